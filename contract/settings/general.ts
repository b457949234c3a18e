import type { SettingDefinition } from './setting.ts'

export const GENERAL_SETTINGS = {
  removedKeepDays: {
    section: 'general',
    type: 'number',
    default: 30,
    least: 0,
    most: 365,
    decimals: 0,
    unit: { ru: 'дней', en: 'days' },
    title: { ru: 'Хранить данные после удаления приложения', en: 'Keep data after the app is removed' },
    help: {
      ru: 'Если при удалении не отмечено «стереть данные», они лежат запечатанными этот срок и возвращаются при новой установке. 0 — стирать сразу.',
      en: 'Unless “wipe data” is ticked on removal, they stay sealed this long and come back with a new installation. 0 wipes them at once.',
    },
  },
  mapNotices: {
    section: 'general',
    type: 'flag',
    default: true,
    title: { ru: 'Сообщать об изменениях полей портала', en: 'Tell about changes of the portal’s fields' },
    help: {
      ru: 'Если поле, с которым работает «Рейс», переименовали, удалили или сменили его тип, администратор получит уведомление.',
      en: 'When a field Reis works with is renamed, deleted or retyped, the administrator is notified.',
    },
  },
} as const satisfies Record<string, SettingDefinition>
