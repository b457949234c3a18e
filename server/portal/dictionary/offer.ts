import { BODY_LABELS } from '../../../contract/codes.ts'
import {
  DECLINE_REASON_ELEMENTS,
  OFFER_ACTION_ELEMENTS,
  OFFER_SOURCE_ELEMENTS,
  PAYMENT_FORM_ELEMENTS,
} from './choices.ts'
import { choice, company, field, stage } from './field.ts'
import { termFields } from './load-fields.ts'

export const OFFER_FIELDS = [
  choice('ACTION', 'Вид', 'Kind', OFFER_ACTION_ELEMENTS),
  company('CARRIER', 'Перевозчик', 'Carrier'),
  field('RATE', 'money', 'Ставка', 'Rate'),
  field('RATE_PER_KM', 'money', 'Ставка за км', 'Rate per km'),
  choice('PAYMENT_FORM', 'Форма оплаты', 'Payment form', PAYMENT_FORM_ELEMENTS),
  ...termFields('', 'Отсрочка', 'Payment term'),
  choice('BODY', 'Кузов', 'Body', BODY_LABELS),
  field('CAPACITY_KG', 'double', 'Грузоподъёмность, кг', 'Capacity, kg'),
  field('VOLUME_M3', 'double', 'Объём, м³', 'Volume, m³'),
  field('VEHICLE_PLATE', 'string', 'Номер тягача', 'Vehicle plate'),
  field('TRAILER_PLATE', 'string', 'Номер прицепа', 'Trailer plate'),
  field('DRIVER_NAME', 'string', 'Водитель', 'Driver'),
  field('DRIVER_PHONE', 'string', 'Телефон водителя', 'Driver phone'),
  field('DRIVER_LICENCE', 'string', 'Водительское удостоверение', 'Driver licence'),
  field('VEHICLE_PAPER', 'string', 'СТС или VIN', 'Certificate or VIN'),
  field('AVAILABLE_FROM_AT', 'datetime', 'Машина доступна с', 'Available from'),
  field('VALID_UNTIL_AT', 'datetime', 'Действует до', 'Valid until'),
  field('LOAD_PLACE', 'string', 'Место загрузки', 'Loading place'),
  field('UNLOAD_PLACE', 'string', 'Место выгрузки', 'Unloading place'),
  field('LOAD_FROM_AT', 'datetime', 'Загрузка с', 'Load from'),
  choice('SOURCE', 'Источник', 'Source', OFFER_SOURCE_ELEMENTS),
  choice('DECLINE_REASON', 'Причина отклонения', 'Decline reason', DECLINE_REASON_ELEMENTS),
  field('ROUND', 'integer', 'Раунд торга', 'Round'),
  field('AUTHOR', 'employee', 'Кто записал', 'Author'),
  field('COMMENT', 'string', 'Комментарий', 'Comment'),
]

export const OFFER_STAGES = [
  stage('RECEIVED', 'Получено', 'Received', '#39A8EF'),
  stage('BARGAIN', 'Торг', 'Bargaining', '#2FC6F6'),
  stage('ACCEPTED', 'Принято', 'Accepted', '#47E4C2'),
  stage('AWARDED', 'Исполнитель', 'Awarded', '#7BD500', 'S'),
  stage('DECLINED', 'Отклонено нами', 'Declined by us', '#FF5752', 'F'),
  stage('WITHDRAWN', 'Отказ перевозчика', 'Withdrawn by the carrier', '#FF5752', 'F'),
  stage('EXPIRED', 'Истекло', 'Expired', '#A8ADB4', 'F'),
]
