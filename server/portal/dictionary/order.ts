import { PAYMENT_FORM_ELEMENTS } from './choices.ts'
import { choice, company, field, stage } from './field.ts'
import { LOAD_FIELDS, termFields } from './load-fields.ts'

export const ORDER_FIELDS = [
  ...LOAD_FIELDS,
  company('CARRIER', 'Перевозчик', 'Carrier'),
  field('CARRIER_RATE', 'money', 'Ставка перевозчика', 'Carrier rate'),
  choice('CARRIER_PAYMENT_FORM', 'Форма оплаты перевозчику', 'Carrier payment form', PAYMENT_FORM_ELEMENTS),
  ...termFields('CARRIER_', 'Отсрочка перевозчику', 'Carrier payment term'),
  field('VEHICLE_PLATE', 'string', 'Номер тягача', 'Vehicle plate'),
  field('TRAILER_PLATE', 'string', 'Номер прицепа', 'Trailer plate'),
  field('DRIVER_NAME', 'string', 'Водитель', 'Driver'),
  field('DRIVER_PHONE', 'string', 'Телефон водителя', 'Driver phone'),
  field('DRIVER_LICENCE', 'string', 'Водительское удостоверение', 'Driver licence'),
  field('LOADED_AT', 'datetime', 'Загружено', 'Loaded'),
  field('UNLOADED_AT', 'datetime', 'Выгружено', 'Unloaded'),
  field('DOCS_SENT_ON', 'date', 'Документы отправлены', 'Documents sent'),
  field('DOCS_RECEIVED_ON', 'date', 'Документы получены', 'Documents received'),
  field('CLIENT_PAID_ON', 'date', 'Клиент оплатил', 'Client paid'),
  field('CARRIER_PAID_ON', 'date', 'Перевозчику оплачено', 'Carrier paid'),
  field('EXPENSES', 'string', 'Расходы', 'Expenses', { multiple: true }),
  field('LOGIST', 'employee', 'Логист', 'Logist'),
  field('MANAGER', 'employee', 'Менеджер', 'Manager'),
  company('OWN_COMPANY', 'Наше юрлицо', 'Own legal entity'),
  field('NET_MARGIN', 'money', 'Чистая маржа', 'Net margin'),
  field('MARGIN_PCT', 'double', 'Рентабельность, %', 'Margin, %'),
  field('CALCULATED_AT', 'datetime', 'Рассчитано', 'Calculated'),
]

export const ORDER_STAGES = [
  stage('DOCUMENTS', 'Оформление документов', 'Documents', '#39A8EF'),
  stage('SIGNING', 'Подписание', 'Signing', '#2FC6F6'),
  stage('LOADING', 'Загрузка', 'Loading', '#55D0E0'),
  stage('TRANSIT', 'В пути', 'In transit', '#47E4C2'),
  stage('UNLOADING', 'Разгрузка', 'Unloading', '#FFA900'),
  stage('DONE', 'Перевозка завершена', 'Done', '#7BD500', 'S'),
  stage('CANCELLED', 'Срыв или отмена', 'Cancelled', '#FF5752', 'F'),
]
