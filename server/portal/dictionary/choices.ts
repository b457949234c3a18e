import { ADR_CODES, VAT_LABELS, type Label } from '../../../contract/codes.ts'
import { DECLINE_REASON_LABELS, OFFER_SOURCE_LABELS } from '../../../contract/offers.ts'
import { REFUSAL_REASON_LABELS, REQUEST_REASONS } from '../../../contract/refusal-reasons.ts'

export const ADR_ELEMENTS: Record<string, Label> = Object.fromEntries(
  ADR_CODES.map((code) => [code, { ru: `класс ${code}`, en: `class ${code}` }]),
)

/**
 * Payment forms of a portal that has none yet: one per VAT treatment, named by it. A portal with several own legal
 * entities adds elements; their codes end with the treatment (`second:22`).
 */
export const PAYMENT_FORM_ELEMENTS: Record<string, Label> = { ...VAT_LABELS }

export const KIND_ELEMENTS: Record<string, Label> = {
  price_inquiry: { ru: 'Узнать стоимость', en: 'Price inquiry' },
  truck_needed: { ru: 'Нужно ставить авто', en: 'Truck needed' },
}

export const DIRECTION_KIND_ELEMENTS: Record<string, Label> = {
  domestic: { ru: 'внутренняя', en: 'domestic' },
  export: { ru: 'экспорт', en: 'export' },
  import: { ru: 'импорт', en: 'import' },
  transit: { ru: 'транзит', en: 'transit' },
}

export const LOST_REASON_ELEMENTS: Record<string, Label> = Object.fromEntries(
  REQUEST_REASONS.map((reason) => [reason, REFUSAL_REASON_LABELS[reason]]),
)

export const OFFER_ACTION_ELEMENTS: Record<string, Label> = {
  quote: { ru: 'Предложение', en: 'Quote' },
  executor: { ru: 'Исполнитель', en: 'Executor' },
}

export const CARRIER_STATE_ELEMENTS: Record<string, Label> = {
  active: { ru: 'работает', en: 'active' },
  paused: { ru: 'на паузе', en: 'paused' },
  stop: { ru: 'стоп-лист', en: 'stop list' },
}

export const CHANNEL_ELEMENTS: Record<string, Label> = {
  whatsapp: { ru: 'WhatsApp', en: 'WhatsApp' },
  telegram: { ru: 'Telegram', en: 'Telegram' },
  max: { ru: 'MAX', en: 'MAX' },
  sms: { ru: 'СМС', en: 'SMS' },
  email: { ru: 'почта', en: 'e-mail' },
  phone: { ru: 'телефон', en: 'phone' },
}

export const SECURITY_ELEMENTS: Record<string, Label> = {
  unknown: { ru: 'не проверен', en: 'not checked' },
  passed: { ru: 'проверен', en: 'passed' },
  failed: { ru: 'не прошёл проверку', en: 'failed' },
}

export const OFFER_SOURCE_ELEMENTS: Record<string, Label> = { ...OFFER_SOURCE_LABELS }

export const DECLINE_REASON_ELEMENTS: Record<string, Label> = { ...DECLINE_REASON_LABELS }
