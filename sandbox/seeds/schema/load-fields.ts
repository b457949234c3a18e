import { ADR, BODY, DIRECTION_KIND, LOADING, PAYMENT_FORM, TERM_EVENT } from './codes.ts'
import { choice, choiceOfMany, COMPANY_LINK, field } from './field.ts'
import type { FieldPlan } from './field.ts'

/** What a request and an order say of the load in the same words. */
export const LOAD_FIELDS: readonly FieldPlan[] = [
  field('LOAD_PLACE', 'string', 'Место загрузки', 'Loading place'),
  field('UNLOAD_PLACE', 'string', 'Место выгрузки', 'Unloading place'),
  field('LOAD_ADDRESS', 'string', 'Адрес загрузки', 'Loading address'),
  field('UNLOAD_ADDRESS', 'string', 'Адрес выгрузки', 'Unloading address'),
  field('EXTRA_STOPS', 'string', 'Дополнительные точки', 'Extra stops', { multiple: true }),
  field('LOAD_FROM_AT', 'datetime', 'Загрузка с', 'Loading from'),
  field('LOAD_TO_AT', 'datetime', 'Загрузка до', 'Loading until'),
  field('UNLOAD_BY_AT', 'datetime', 'Выгрузка до', 'Unloading by'),
  field('CARGO', 'string', 'Груз', 'Cargo'),
  field('WEIGHT_KG', 'double', 'Вес, кг', 'Weight, kg'),
  field('VOLUME_M3', 'double', 'Объём, м³', 'Volume, m³'),
  field('PALLETS', 'integer', 'Паллеты', 'Pallets'),
  field('LENGTH_M', 'double', 'Длина, м', 'Length, m'),
  field('WIDTH_M', 'double', 'Ширина, м', 'Width, m'),
  field('HEIGHT_M', 'double', 'Высота, м', 'Height, m'),
  choiceOfMany('BODY', BODY, 'Тип кузова', 'Body'),
  choiceOfMany('LOADING', LOADING, 'Загрузка', 'Loading'),
  choiceOfMany('UNLOADING', LOADING, 'Выгрузка', 'Unloading'),
  field('LOADING_ALL', 'boolean', 'Нужны все виды загрузки', 'All loading types required'),
  choice('ADR', ADR, 'Класс ADR', 'ADR class'),
  field('TEMP_FROM_C', 'double', 'Температура от, °C', 'Temperature from, °C'),
  field('TEMP_TO_C', 'double', 'Температура до, °C', 'Temperature to, °C'),
  field('PART_LOAD', 'boolean', 'Можно догрузом', 'Part load allowed'),
  choice('DIRECTION_KIND', DIRECTION_KIND, 'Вид перевозки', 'Kind of carriage'),
  field('CLIENT_RATE', 'money', 'Ставка клиента', 'Client rate'),
  choice('CLIENT_PAYMENT_FORM', PAYMENT_FORM, 'Форма оплаты клиента', 'Client payment form'),
  choice('CLIENT_TERM_EVENT', TERM_EVENT, 'Отсрочка клиента: событие', 'Client term: event'),
  field('CLIENT_TERM_DAYS', 'integer', 'Отсрочка клиента, дней', 'Client term, days'),
  field('CLIENT_TERM_BANK_DAYS', 'boolean', 'Отсрочка клиента в банковских днях', 'Client term in banking days'),
  field('CLIENT_PREPAY_PCT', 'double', 'Предоплата клиента, %', 'Client prepayment, %'),
  field('TARGET_RATE', 'money', 'Целевая ставка', 'Target rate'),
  field('DISTANCE_KM', 'double', 'Расстояние, км', 'Distance, km'),
  field('EXCLUDED_CARRIERS', 'crm', 'Исключённые перевозчики', 'Excluded carriers', {
    multiple: true,
    settings: COMPANY_LINK,
  }),
]
