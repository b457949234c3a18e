import type { Words } from './own-field.ts'

/** The forwarder's own wording of its lists. Its portal knows no codes: elements are told apart by what they say. */
export const TRUCKS: Words = {
  tent: 'Тентованный',
  curtain: 'Шторный п/п',
  mega: 'Мега (3 м)',
  jumbo: 'Джамба',
  van: 'Фургон',
  box: 'Цельномет',
  isotherm: 'Изотермический',
  reefer: 'Реф',
  reefer_multi: 'Реф-мульти',
  container: 'Контейнеровоз',
  flatbed: 'Бортовой',
  platform: 'Открытая площадка',
  lowboy: 'Низкорамник (трал)',
  tipper: 'Самосвал',
  manipulator: 'Кран-манипулятор',
  tanker: 'Автоцистерна',
  car_carrier: 'Автовоз',
  grain: 'Зерновоз',
  timber: 'Сортиментовоз',
  other: 'Прочее',
}

export const LOADINGS: Words = {
  top: 'Верх',
  side: 'Бок',
  side_both: 'Бок с двух сторон',
  rear: 'Зад',
  untent: 'Полный растент',
  no_crossbars: 'Съёмные поперечины',
  no_posts: 'Съёмные стойки',
  tail_lift: 'С гидробортом',
  ramps: 'Аппарель',
  pour: 'Налив',
}

export const DANGER: Words = Object.fromEntries(
  ['1', '2', '3', '4.1', '4.2', '4.3', '5.1', '5.2', '6.1', '6.2', '7', '8', '9'].map((code) => [code, `${code} кл.`]),
)

/** Own entity and VAT in one line, as the contract department writes it. */
export const PAYMENTS: Words = {
  '22': 'Безнал с НДС 22% — ООО «Могутин Логистика»',
  '20': 'Безнал с НДС 20% (старые) — ООО «Могутин Логистика»',
  '10': 'Безнал с НДС 10% — ООО «Могутин Логистика»',
  '7': 'УСН, НДС 7% — ООО «Могутин Юг»',
  '5': 'УСН, НДС 5% — ООО «Могутин Экспресс»',
  '0': 'Межд., ставка 0% — ООО «Могутин Логистика»',
  none: 'Безнал без НДС — ИП Могутин А. Н.',
  cash: 'Нал',
}

/** What the contractor charges. */
export const CONTRACTOR_PAYMENTS: Words = {
  '22': 'Безнал с НДС 22%',
  '20': 'Безнал с НДС 20% (до 2026)',
  '10': 'Безнал с НДС 10%',
  '7': 'УСН с НДС 7%',
  '5': 'УСН с НДС 5%',
  '0': 'Ставка 0% (межд.)',
  none: 'Безнал без НДС',
  cash: 'Нал / на карту',
}

export const PAID_AFTER: Words = {
  unloading: 'по факту выгрузки',
  scan: 'по сканам ТТН',
  originals: 'по оригиналам',
  invoice: 'по счёту',
  etrn: 'по ЭТрН',
}

export const WANTS: Words = { price_inquiry: 'Просчитать ставку', truck_needed: 'Срочно нужна машина' }
export const YES: Words = { Y: 'Да', N: 'Нет' }

export const WHY_LOST: Words = {
  client_declined: 'Клиент передумал',
  rate: 'Дорого для клиента',
  competitor: 'Ушёл к конкуренту',
  silent: 'Пропал, не отвечает',
  postponed: 'Перенос на потом',
  no_truck: 'Машину не нашли',
  dates: 'Не успеваем по срокам',
  cargo: 'Непрофильный груз',
  debtor: 'Должник, не возим',
  duplicate: 'Дубль',
  spam: 'Спам',
  other: 'Иное',
}

export const HEARD_BY: Words = {
  call: 'Телефон',
  form: 'Анкета с сайта',
  messenger: 'Мессенджеры',
  board: 'АТИ и биржи',
  email: 'Email',
  import: 'Загружено из Excel',
}

export const WHY_DECLINED: Words = {
  rate: 'Не прошли по цене',
  dates: 'Не прошли по датам',
  vehicle: 'Не та машина',
  security: 'СБ не пропустила',
  competitor: 'Взяли другого подрядчика',
  client_declined: 'Клиент передумал',
  other: 'Иное',
}

export const WORKING: Words = { active: 'Работаем', paused: 'Временно на паузе', stop: 'ЧС' }
export const CHECKED: Words = { unknown: 'Не проверялся', passed: 'СБ одобрила', failed: 'СБ отказала' }
export const WRITE_BY: Words = {
  whatsapp: 'Ватсап',
  telegram: 'Телеграм',
  max: 'MAX',
  sms: 'СМС',
  email: 'Email',
  phone: 'Только звонок',
}
export const TAXES: Words = {
  '22': 'ОСНО, НДС 22%',
  '20': 'ОСНО, НДС 20%',
  '10': 'НДС 10%',
  '7': 'УСН, НДС 7%',
  '5': 'УСН, НДС 5%',
  '0': 'НДС 0%',
  none: 'УСН без НДС',
  cash: 'Физлицо, нал',
}
