import type { SettingDefinition } from './setting.ts'

export const OFFER_SETTINGS = {
  offerNotice: {
    section: 'offers',
    type: 'choice',
    default: 'first',
    choices: {
      first: { ru: 'одно уведомление на груз, обновляется', en: 'one notification a load, kept up to date' },
      every: { ru: 'о каждом предложении', en: 'about every offer' },
      best: { ru: 'только если предложение лучшее', en: 'only when the offer is the best' },
    },
    title: { ru: 'Когда сообщать менеджеру о предложении', en: 'When to tell the manager of an offer' },
    help: {
      ru: 'Уведомление получает ответственный за запрос или заявку.',
      en: 'Whoever is responsible for the request or order is notified.',
    },
  },
} as const satisfies Record<string, SettingDefinition>
