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
  phonesMasked: {
    section: 'masking',
    type: 'flag',
    default: true,
    title: { ru: 'Скрывать телефоны перевозчиков', en: 'Mask carriers’ phones' },
    help: {
      ru: 'В списках видны код и две последние цифры. Номер целиком показывается по одному нажатию, и каждый показ записывается.',
      en: 'Lists show the code and the last two digits. A whole number is shown one press at a time, and each is recorded.',
    },
  },
  fullNumbers: {
    section: 'masking',
    type: 'choice',
    default: 'heads',
    choices: {
      everybody: { ru: 'все, кто ищет перевозчиков', en: 'everybody who looks for carriers' },
      heads: { ru: 'руководители и директор', en: 'heads and the director' },
      nobody: { ru: 'никто', en: 'nobody' },
    },
    title: { ru: 'Кто может увидеть номер целиком', en: 'Who may see a whole number' },
    help: {
      ru: 'Позвонить и написать через портал могут все, номер при этом не показывается. Каждый показ записывается.',
      en: 'Everybody may call and write through the portal: no number is shown for it. Each showing is recorded.',
    },
  },
  revealsPerDay: {
    section: 'masking',
    type: 'number',
    default: 80,
    least: 1,
    most: 1000,
    decimals: 0,
    unit: { ru: 'в день', en: 'a day' },
    title: { ru: 'Сколько номеров в день — обычная работа', en: 'How many numbers a day are ordinary work' },
    help: {
      ru: 'Когда сотрудник открыл за день больше номеров, руководитель его отдела получает уведомление.',
      en: 'When somebody has opened more in one day, the head of his department is notified.',
    },
  },
  revealNote: {
    section: 'masking',
    type: 'flag',
    default: false,
    title: { ru: 'Отмечать показ номера в карточке перевозчика', en: 'Note each reveal in the carrier’s card' },
    help: {
      ru: 'В ленте компании появится, кому и когда показан номер. Звонки и так видны в ленте.',
      en: 'The company’s timeline says to whom and when a number was shown. Calls stand there anyway.',
    },
  },
} as const satisfies Record<string, SettingDefinition>
