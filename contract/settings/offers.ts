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
  executorMovesRequest: {
    section: 'offers',
    type: 'flag',
    default: false,
    title: {
      ru: 'Исполнитель переводит запрос на «Согласование с заказчиком»',
      en: 'An executor moves the request to “Agreement with the client”',
    },
    help: {
      ru: 'Когда логист называет исполнителя в форме перевозчика. Нужно право менять запрос.',
      en: 'When a logist names an executor in the Carrier form. He needs the right to change the request.',
    },
  },
  offersExportForLogistics: {
    section: 'offers',
    type: 'flag',
    default: false,
    title: { ru: 'Логисты и менеджеры могут выгружать предложения', en: 'Logists and managers may export offers' },
    help: {
      ru: 'Руководители и директора могут всегда. В файле нет телефонов, но есть вся история цен.',
      en: 'Heads and directors always may. The file holds no phone numbers, but the whole history of prices.',
    },
  },
} as const satisfies Record<string, SettingDefinition>
