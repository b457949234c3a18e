import { REFUSAL_REASON_LABELS, type RefusalReason } from '../refusal-reasons.ts'
import type { SettingDefinition } from './setting.ts'

const watched = {
  enforce: { ru: 'возвращать на прежнюю стадию', en: 'move it back' },
  report: { ru: 'только сообщать руководителю', en: 'only tell the head' },
  off: { ru: 'не следить', en: 'do not watch' },
} as const

const hours = { ru: 'рабочих часов', en: 'working hours' }
const days = { ru: 'дней', en: 'days' }

const demanded = {
  usual: { ru: 'как принято', en: 'as usual' },
  record: { ru: 'записать причину', en: 'state the reason' },
  approve: { ru: 'согласовать с руководителем', en: 'the head approves' },
  escalate: { ru: 'согласовать с директором', en: 'the director approves' },
} as const

/** What one reason demands in this portal. */
function demand(reason: RefusalReason) {
  const { ru, en } = REFUSAL_REASON_LABELS[reason]
  return {
    section: 'refusals',
    type: 'choice',
    default: 'usual',
    choices: demanded,
    title: { ru: `Причина «${ru}»`, en: `Reason “${en}”` },
    help: {
      ru: 'Что нужно, чтобы закрыть запрос с этой причиной. «Как принято»: решает клиент — записать, решаем мы — согласовать.',
      en: 'What it takes to lose a request for this reason. As usual: the client’s no is stated, ours is approved.',
    },
  } as const
}

export const REFUSAL_SETTINGS = {
  refusalWatchRequests: {
    section: 'refusals',
    type: 'choice',
    default: 'enforce',
    choices: watched,
    title: { ru: 'Запрос в отказе мимо согласования', en: 'A request lost without approval' },
    help: {
      ru: 'Что делать, когда запрос переводят в отказ руками, роботом или списком без того, что требует причина.',
      en: 'What to do when a request is moved to lost by hand, by a robot or in bulk without what its reason demands.',
    },
  },
  refusalWatchLeads: {
    section: 'refusals',
    type: 'choice',
    default: 'report',
    choices: watched,
    title: { ru: 'Некачественный лид мимо согласования', en: 'A lead junked without approval' },
    help: {
      ru: 'То же для лидов. Спам и звонки перевозчиков согласовывать не нужно.',
      en: 'The same for leads. Spam and carriers’ calls need no approval.',
    },
  },
  refusalMostReturns: {
    section: 'refusals',
    type: 'number',
    default: 3,
    least: 1,
    most: 20,
    decimals: 0,
    unit: { ru: 'раз', en: 'times' },
    title: { ru: 'Сколько раз возвращать одну карточку', en: 'How often one card is moved back' },
    help: {
      ru: 'Роботы срабатывают на каждый возврат. После этого карточку оставляют, а администратор получает уведомление.',
      en: 'Robots fire on every move back. After that the card is left and the administrator is told.',
    },
  },
  refusalMode: {
    section: 'refusals',
    type: 'choice',
    default: 'any',
    choices: {
      any: { ru: 'достаточно одного', en: 'one is enough' },
      all: { ru: 'нужны все', en: 'all have to agree' },
    },
    title: { ru: 'Согласие руководителей', en: 'Consent of the heads' },
    help: {
      ru: 'Когда спрашивают и продажи, и логистику (нет машины, не сошлись в цене).',
      en: 'Where both sales and logistics are asked (no truck, rate).',
    },
  },
  refusalEscalateFromMinor: {
    section: 'refusals',
    type: 'number',
    default: 50_000_000,
    least: 0,
    most: 1_000_000_000_000,
    decimals: 0,
    unit: { ru: '₽', en: '₽' },
    shownTimes: 0.01,
    title: { ru: 'С какой суммы решает директор', en: 'From which sum the director decides' },
    help: {
      ru: 'Цена клиента, а если её нет — целевая ставка. Ноль — сумма ничего не меняет.',
      en: 'The client’s price, or our target where there is none. Zero: the sum changes nothing.',
    },
  },
  refusalEscalatePermanent: {
    section: 'refusals',
    type: 'flag',
    default: true,
    title: { ru: 'Отказ постоянному клиенту решает директор', en: 'The director decides for permanent clients' },
    help: {
      ru: 'Постоянный — тот, у кого есть открытая сделка.',
      en: 'A client with an open deal is permanent.',
    },
  },
  refusalEscalateAfterHours: {
    section: 'refusals',
    type: 'number',
    default: 4,
    least: 0.25,
    most: 200,
    decimals: 2,
    unit: hours,
    title: { ru: 'Через сколько решает директор', en: 'When it goes to the director' },
    help: {
      ru: 'Если руководители не решили за это рабочее время.',
      en: 'Where the heads have not decided within this working time.',
    },
  },
  refusalExpireAfterHours: {
    section: 'refusals',
    type: 'number',
    default: 27,
    least: 1,
    most: 1000,
    decimals: 0,
    unit: hours,
    title: { ru: 'Через сколько запрос отказа снимается', en: 'When the question lapses' },
    help: {
      ru: 'Если не решил никто. Карточка остаётся в работе.',
      en: 'Where nobody has decided. The card stays in work.',
    },
  },
  refusalPauseDays: {
    section: 'refusals',
    type: 'number',
    default: 30,
    least: 1,
    most: 365,
    decimals: 0,
    unit: days,
    title: { ru: 'Когда вернуться к клиенту', en: 'When to come back to the client' },
    help: {
      ru: 'После отказа лид встаёт на паузу, а через столько дней появится задача, если в форме не выбран другой день.',
      en: 'After a refusal the lead is paused and a task is set for so many days later, unless the form says another day.',
    },
  },
  refusalCloseShare: {
    section: 'refusals',
    type: 'number',
    default: 0.05,
    least: 0,
    most: 1,
    decimals: 1,
    unit: { ru: '%', en: '%' },
    shownTimes: 100,
    title: { ru: 'Что могли продать', en: 'What could have been sold' },
    help: {
      ru: 'Потерянный запрос, где лучшее предложение дороже цены клиента не больше чем на столько.',
      en: 'A lost request whose best offer was no more than this over the client’s price.',
    },
  },
  refusalOfRate: demand('rate'),
  refusalOfNoTruck: demand('no_truck'),
  refusalOfDates: demand('dates'),
  refusalOfCargo: demand('cargo'),
  refusalOfDebtor: demand('debtor'),
  refusalOfOther: demand('other'),
  refusalOfClientDeclined: demand('client_declined'),
  refusalOfCompetitor: demand('competitor'),
  refusalOfSilent: demand('silent'),
  refusalOfPostponed: demand('postponed'),
  refusalOfDuplicate: demand('duplicate'),
  refusalOfSpam: demand('spam'),
} as const satisfies Record<string, SettingDefinition>
