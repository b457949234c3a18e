import { ACTION, BODY, DECLINE_REASON, PAYMENT_FORM, SOURCE, TERM_EVENT } from './codes.ts'
import { choice, COMPANY_LINK, field } from './field.ts'
import type { FieldPlan } from './field.ts'

export const OFFER_FIELDS: readonly FieldPlan[] = [
  choice('ACTION', ACTION, 'Действие', 'Action'),
  field('CARRIER', 'crm', 'Перевозчик', 'Carrier', { settings: COMPANY_LINK }),
  field('RATE', 'money', 'Ставка', 'Rate'),
  field('RATE_PER_KM', 'money', 'Ставка за км', 'Rate per km'),
  choice('PAYMENT_FORM', PAYMENT_FORM, 'Форма оплаты', 'Payment form'),
  choice('TERM_EVENT', TERM_EVENT, 'Отсрочка: событие', 'Term: event'),
  field('TERM_DAYS', 'integer', 'Отсрочка, дней', 'Term, days'),
  field('TERM_BANK_DAYS', 'boolean', 'Отсрочка в банковских днях', 'Term in banking days'),
  field('PREPAY_PCT', 'double', 'Предоплата, %', 'Prepayment, %'),
  choice('BODY', BODY, 'Тип кузова', 'Body'),
  field('CAPACITY_KG', 'double', 'Грузоподъёмность, кг', 'Capacity, kg'),
  field('VOLUME_M3', 'double', 'Объём, м³', 'Volume, m³'),
  field('VEHICLE_PLATE', 'string', 'Номер тягача', 'Vehicle plate'),
  field('TRAILER_PLATE', 'string', 'Номер прицепа', 'Trailer plate'),
  field('DRIVER_NAME', 'string', 'Водитель', 'Driver'),
  field('DRIVER_PHONE', 'string', 'Телефон водителя', "Driver's phone"),
  field('AVAILABLE_FROM_AT', 'datetime', 'Может встать с', 'Available from'),
  field('VALID_UNTIL_AT', 'datetime', 'Действует до', 'Valid until'),
  field('LOAD_PLACE', 'string', 'Место загрузки', 'Loading place'),
  field('UNLOAD_PLACE', 'string', 'Место выгрузки', 'Unloading place'),
  field('LOAD_FROM_AT', 'datetime', 'Загрузка с', 'Loading from'),
  choice('SOURCE', SOURCE, 'Откуда предложение', 'Source'),
  choice('DECLINE_REASON', DECLINE_REASON, 'Почему отклонено', 'Why declined'),
  field('ROUND', 'integer', 'Круг торга', 'Bargaining round'),
  field('AUTHOR', 'employee', 'Кто внёс', 'Author'),
  field('COMMENT', 'string', 'Комментарий', 'Comment'),
]
