import { KIND_ELEMENTS, LOST_REASON_ELEMENTS } from './choices.ts'
import { choice, field, stage } from './field.ts'
import { LOAD_FIELDS } from './load-fields.ts'

export const REQUEST_FIELDS = [
  choice('KIND', 'Что нужно клиенту', 'What the client needs', KIND_ELEMENTS),
  ...LOAD_FIELDS,
  choice('LOST_REASON', 'Причина отказа', 'Lost reason', LOST_REASON_ELEMENTS),
  field('LOST_COMMENT', 'string', 'Комментарий к отказу', 'Comment on the loss'),
  field('NEXT_CONTACT_ON', 'date', 'Следующий контакт', 'Next contact'),
]

export const REQUEST_STAGES = [
  stage('NEW', 'Новый', 'New', '#39A8EF'),
  stage('SEARCH', 'Поиск перевозчика', 'Carrier search', '#2FC6F6'),
  stage('TRUCK', 'Нужно ставить авто', 'Truck needed', '#55D0E0'),
  stage('AGREEMENT', 'Согласование с заказчиком', 'Agreement with the client', '#47E4C2'),
  stage('PAUSE', 'Пауза в обработке', 'Paused', '#FFA900'),
  stage('WON', 'Успешно', 'Won', '#7BD500', 'S'),
  stage('LOST', 'Отказ', 'Lost', '#FF5752', 'F'),
]
