import type { SettingDefinition } from './setting.ts'

export const MASKING_SETTINGS = {
  clientRateForLogists: {
    section: 'masking',
    type: 'flag',
    default: false,
    title: { ru: 'Показывать логистам ставку клиента', en: 'Show the client’s rate to logists' },
    help: {
      ru: 'Выключено: логист видит только целевую ставку. Менеджеры и руководители видят ставку клиента всегда.',
      en: 'Off: a logist sees only the target rate. Managers and heads always see the client’s rate.',
    },
  },
} as const satisfies Record<string, SettingDefinition>
