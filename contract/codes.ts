/**
 * Closed lists of the trade, with the labels people see. The portal stores these codes as `xmlId` of its
 * enumeration elements (design: data dictionary). Data only: no behaviour lives in `contract`.
 */
export interface Label {
  readonly ru: string
  readonly en: string
}

export const BODY_LABELS = {
  tent: { ru: 'тент', en: 'tilt' },
  curtain: { ru: 'штора', en: 'curtainsider' },
  mega: { ru: 'мега', en: 'mega' },
  jumbo: { ru: 'джамбо', en: 'jumbo' },
  van: { ru: 'фургон', en: 'van' },
  box: { ru: 'цельнометалл', en: 'box' },
  isotherm: { ru: 'изотерм', en: 'insulated' },
  reefer: { ru: 'рефрижератор', en: 'reefer' },
  reefer_multi: { ru: 'реф мультирежимный', en: 'multi-temp reefer' },
  container: { ru: 'контейнер', en: 'container' },
  flatbed: { ru: 'борт', en: 'dropside' },
  platform: { ru: 'площадка', en: 'flatbed' },
  lowboy: { ru: 'трал', en: 'low loader' },
  tipper: { ru: 'самосвал', en: 'tipper' },
  manipulator: { ru: 'манипулятор', en: 'crane truck' },
  tanker: { ru: 'цистерна', en: 'tanker' },
  car_carrier: { ru: 'автовоз', en: 'car carrier' },
  grain: { ru: 'зерновоз', en: 'grain truck' },
  timber: { ru: 'лесовоз', en: 'timber truck' },
  other: { ru: 'другой', en: 'other' },
} as const satisfies Record<string, Label>
export type BodyCode = keyof typeof BODY_LABELS
export const BODY_CODES = Object.keys(BODY_LABELS) as [BodyCode, ...BodyCode[]]

export const LOADING_LABELS = {
  top: { ru: 'верхняя', en: 'top' },
  side: { ru: 'боковая', en: 'side' },
  side_both: { ru: 'боковая с двух сторон', en: 'both sides' },
  rear: { ru: 'задняя', en: 'rear' },
  untent: { ru: 'полная растентовка', en: 'full untenting' },
  no_crossbars: { ru: 'снятие поперечин', en: 'crossbars off' },
  no_posts: { ru: 'снятие стоек', en: 'posts off' },
  tail_lift: { ru: 'гидроборт', en: 'tail lift' },
  ramps: { ru: 'аппарели', en: 'ramps' },
  pour: { ru: 'налив', en: 'liquid' },
} as const satisfies Record<string, Label>
export type LoadingCode = keyof typeof LOADING_LABELS
export const LOADING_CODES = Object.keys(LOADING_LABELS) as [LoadingCode, ...LoadingCode[]]

/** VAT treatment of a price: the rate inside it in per cent, or none, or cash. */
export const VAT_LABELS = {
  '22': { ru: 'с НДС 22 %', en: 'incl. VAT 22%' },
  '20': { ru: 'с НДС 20 %', en: 'incl. VAT 20%' },
  '10': { ru: 'с НДС 10 %', en: 'incl. VAT 10%' },
  '7': { ru: 'с НДС 7 %', en: 'incl. VAT 7%' },
  '5': { ru: 'с НДС 5 %', en: 'incl. VAT 5%' },
  '0': { ru: 'НДС 0 %', en: 'VAT 0%' },
  none: { ru: 'без НДС', en: 'no VAT' },
  cash: { ru: 'наличные', en: 'cash' },
} as const satisfies Record<string, Label>
export type VatCode = '22' | '20' | '10' | '7' | '5' | '0' | 'none' | 'cash'
export const VAT_CODES = ['22', '20', '10', '7', '5', '0', 'none', 'cash'] as const satisfies VatCode[]

export const ADR_CODES = ['1', '2', '3', '4.1', '4.2', '4.3', '5.1', '5.2', '6.1', '6.2', '7', '8', '9'] as const
export type AdrCode = (typeof ADR_CODES)[number]

export const TERM_EVENT_LABELS = {
  unloading: { ru: 'после выгрузки', en: 'after unloading' },
  scan: { ru: 'по сканам', en: 'on scans' },
  originals: { ru: 'по оригиналам', en: 'on originals' },
  invoice: { ru: 'от даты счёта', en: 'from invoice date' },
  etrn: { ru: 'по закрытию ЭТрН', en: 'on e-waybill closing' },
} as const satisfies Record<string, Label>
export type TermEventCode = keyof typeof TERM_EVENT_LABELS
export const TERM_EVENT_CODES = Object.keys(TERM_EVENT_LABELS) as [TermEventCode, ...TermEventCode[]]

/** What one press after a call says. Kept by us, not a portal field. */
export const ATTEMPT_LABELS = {
  calling: { ru: 'звонит', en: 'is calling' },
  no_answer: { ru: 'не дозвонился', en: 'no answer' },
  busy_until: { ru: 'занят до…', en: 'busy until…' },
  wrong_direction: { ru: 'не возит', en: 'does not run it' },
  too_dear: { ru: 'дорого', en: 'too dear' },
  call_back: { ru: 'перезвонить…', en: 'call back…' },
  offered: { ru: 'дал цену', en: 'gave a price' },
} as const satisfies Record<string, Label>
export type AttemptResult = keyof typeof ATTEMPT_LABELS
export const ATTEMPT_RESULTS = Object.keys(ATTEMPT_LABELS) as [AttemptResult, ...AttemptResult[]]

export const ROLE_LABELS = {
  logist: { ru: 'Логист', en: 'Logist' },
  manager: { ru: 'Менеджер', en: 'Manager' },
  head: { ru: 'Руководитель', en: 'Head' },
  director: { ru: 'Директор', en: 'Director' },
  office: { ru: 'Офис', en: 'Office' },
  accountant: { ru: 'Бухгалтер', en: 'Accountant' },
  security: { ru: 'Безопасность', en: 'Security' },
  hr: { ru: 'Кадры', en: 'HR' },
  admin: { ru: 'Администратор', en: 'Administrator' },
} as const satisfies Record<string, Label>
export type Role = keyof typeof ROLE_LABELS
export const ROLES = Object.keys(ROLE_LABELS) as [Role, ...Role[]]

export const CARRIER_SOURCES = ['base', 'offers', 'orders', 'running'] as const
/** Where a candidate came from: the carrier base, past offers, finished orders, our own orders on the road. */
export type CarrierSource = (typeof CARRIER_SOURCES)[number]

/** The four things a talk with a carrier may come to; each is one press of the Carrier form. */
export const CAPTURE_LABELS = {
  offer: { ru: 'Предложение по перевозке', en: 'Offer' },
  executor: { ru: 'Исполнитель по перевозке', en: 'Executor' },
  busy: { ru: 'Не может сейчас', en: 'Busy now' },
  base: { ru: 'Добавить в базу перевозчиков', en: 'Add to the carrier base' },
} as const satisfies Record<string, Label>
export type CaptureAction = keyof typeof CAPTURE_LABELS
export const CAPTURE_ACTIONS = Object.keys(CAPTURE_LABELS) as [CaptureAction, ...CaptureAction[]]

export const CHANNEL_CODES = ['whatsapp', 'telegram', 'max', 'sms', 'email', 'phone'] as const
export type ChannelCode = (typeof CHANNEL_CODES)[number]

export const LANGUAGES = ['ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
