import { BODY_LABELS, LOADING_LABELS, TERM_EVENT_LABELS } from '../../../contract/codes.ts'
import { ADR_ELEMENTS, DIRECTION_KIND_ELEMENTS, PAYMENT_FORM_ELEMENTS } from './choices.ts'
import { choice, company, field, type FieldDefinition } from './field.ts'

/** Base event, days, bank or calendar, prepayment: the same four fields for a client, a carrier and an offer. */
export function termFields(prefix: string, ru: string, en: string): FieldDefinition[] {
  return [
    choice(`${prefix}TERM_EVENT`, `${ru}: от какого события`, `${en}: base event`, TERM_EVENT_LABELS),
    field(`${prefix}TERM_DAYS`, 'integer', `${ru}: дней`, `${en}: days`),
    field(`${prefix}TERM_BANK_DAYS`, 'boolean', `${ru}: банковские дни`, `${en}: bank days`),
    field(`${prefix}PREPAY_PCT`, 'double', `${ru}: предоплата, %`, `${en}: prepayment, %`),
  ]
}

/** Fields of a load, on a request and on an order alike. */
export const LOAD_FIELDS: FieldDefinition[] = [
  field('LOAD_PLACE', 'string', 'Место загрузки', 'Loading place'),
  field('UNLOAD_PLACE', 'string', 'Место выгрузки', 'Unloading place'),
  field('LOAD_ADDRESS', 'string', 'Адрес загрузки', 'Loading address'),
  field('UNLOAD_ADDRESS', 'string', 'Адрес выгрузки', 'Unloading address'),
  field('EXTRA_STOPS', 'string', 'Дополнительные точки', 'Extra stops', { multiple: true }),
  field('LOAD_FROM_AT', 'datetime', 'Загрузка с', 'Load from'),
  field('LOAD_TO_AT', 'datetime', 'Загрузка до', 'Load until'),
  field('UNLOAD_BY_AT', 'datetime', 'Выгрузить до', 'Unload by'),
  field('CARGO', 'string', 'Груз', 'Cargo'),
  field('WEIGHT_KG', 'double', 'Вес, кг', 'Weight, kg'),
  field('VOLUME_M3', 'double', 'Объём, м³', 'Volume, m³'),
  field('PALLETS', 'integer', 'Паллет', 'Pallets'),
  field('LENGTH_M', 'double', 'Длина места, м', 'Longest piece, m'),
  field('WIDTH_M', 'double', 'Ширина места, м', 'Widest piece, m'),
  field('HEIGHT_M', 'double', 'Высота места, м', 'Highest piece, m'),
  choice('BODY', 'Кузов', 'Body', BODY_LABELS, true),
  choice('LOADING', 'Загрузка', 'Loading', LOADING_LABELS, true),
  choice('UNLOADING', 'Выгрузка', 'Unloading', LOADING_LABELS, true),
  field('LOADING_ALL', 'boolean', 'Нужны все способы', 'All ways are required'),
  choice('ADR', 'Опасный груз (ДОПОГ)', 'Dangerous goods (ADR)', ADR_ELEMENTS),
  field('TEMP_FROM_C', 'double', 'Температура от, °C', 'Temperature from, °C'),
  field('TEMP_TO_C', 'double', 'Температура до, °C', 'Temperature to, °C'),
  field('PART_LOAD', 'boolean', 'Можно догрузом', 'Part load allowed'),
  choice('DIRECTION_KIND', 'Вид перевозки', 'Kind of transport', DIRECTION_KIND_ELEMENTS),
  field('CLIENT_RATE', 'money', 'Ставка клиента', 'Client rate'),
  choice('CLIENT_PAYMENT_FORM', 'Форма оплаты клиента', 'Client payment form', PAYMENT_FORM_ELEMENTS),
  ...termFields('CLIENT_', 'Отсрочка клиента', 'Client payment term'),
  field('TARGET_RATE', 'money', 'Целевая ставка', 'Target rate'),
  field('DISTANCE_KM', 'double', 'Расстояние, км', 'Distance, km'),
  company('EXCLUDED_CARRIERS', 'Исключённые перевозчики', 'Excluded carriers', true),
]
