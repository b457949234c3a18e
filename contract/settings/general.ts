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
  signedOutWrites: {
    section: 'general',
    type: 'choice',
    default: 'wait',
    choices: {
      wait: { ru: 'ждать, пока он откроет карточку', en: 'wait until he opens a card' },
      app: { ru: 'записать от имени приложения', en: 'write as the app' },
    },
    title: { ru: 'Если сотрудник вышел из портала', en: 'When somebody is signed out' },
    help: {
      ru: 'Принятое от него либо ждёт его возвращения, либо записывается с правами администратора, который установил «Рейс»; комментарий говорит, за кого.',
      en: 'What he pressed waits for him, or is written with the rights of the administrator who installed Reis; the comment says for whom.',
    },
  },
} as const satisfies Record<string, SettingDefinition>
