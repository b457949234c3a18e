import { PAYMENT_FORM, TERM_EVENT } from './codes.ts'
import { choice, COMPANY_LINK, field } from './field.ts'
import type { FieldPlan } from './field.ts'
import { LOAD_FIELDS } from './load-fields.ts'

export const ORDER_FIELDS: readonly FieldPlan[] = [
  ...LOAD_FIELDS,
  field('CARRIER', 'crm', 'Перевозчик', 'Carrier', { settings: COMPANY_LINK }),
  field('CARRIER_RATE', 'money', 'Ставка перевозчика', 'Carrier rate'),
  choice('CARRIER_PAYMENT_FORM', PAYMENT_FORM, 'Форма оплаты перевозчика', 'Carrier payment form'),
  choice('CARRIER_TERM_EVENT', TERM_EVENT, 'Отсрочка перевозчика: событие', 'Carrier term: event'),
  field('CARRIER_TERM_DAYS', 'integer', 'Отсрочка перевозчика, дней', 'Carrier term, days'),
  field('CARRIER_TERM_BANK_DAYS', 'boolean', 'Отсрочка перевозчика в банковских днях', 'Carrier term in banking days'),
  field('CARRIER_PREPAY_PCT', 'double', 'Предоплата перевозчика, %', 'Carrier prepayment, %'),
  field('VEHICLE_PLATE', 'string', 'Номер тягача', 'Vehicle plate'),
  field('TRAILER_PLATE', 'string', 'Номер прицепа', 'Trailer plate'),
  field('DRIVER_NAME', 'string', 'Водитель', 'Driver'),
  field('DRIVER_PHONE', 'string', 'Телефон водителя', "Driver's phone"),
  field('DRIVER_LICENCE', 'string', 'Водительское удостоверение', "Driver's licence"),
  field('LOADED_AT', 'datetime', 'Загружен', 'Loaded at'),
  field('UNLOADED_AT', 'datetime', 'Разгружен', 'Unloaded at'),
  field('DOCS_SENT_ON', 'date', 'Документы отправлены', 'Documents sent'),
  field('DOCS_RECEIVED_ON', 'date', 'Документы получены', 'Documents received'),
  field('CLIENT_PAID_ON', 'date', 'Клиент оплатил', 'Client paid'),
  field('CARRIER_PAID_ON', 'date', 'Перевозчику оплачено', 'Carrier paid'),
  field('EXPENSES', 'string', 'Прочие расходы', 'Other expenses', { multiple: true }),
  field('LOGIST', 'employee', 'Логист', 'Logist'),
  field('MANAGER', 'employee', 'Менеджер', 'Manager'),
  field('OWN_COMPANY', 'crm', 'Наша компания', 'Own company', { settings: COMPANY_LINK }),
  field('NET_MARGIN', 'money', 'Чистая маржа', 'Net margin'),
  field('MARGIN_PCT', 'double', 'Маржа, %', 'Margin, %'),
  field('CALCULATED_AT', 'datetime', 'Рассчитано', 'Calculated at'),
]
