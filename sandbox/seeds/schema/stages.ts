import type { SeedStage } from '../seed.ts'

function stage(statusId: string, name: string, color: string, semantics: 'S' | 'F' | null = null): SeedStage {
  return { statusId, name, color, semantics }
}

const GREY = '#ACE9FB'
const BLUE = '#55D0E0'
const YELLOW = '#FFE900'
const ORANGE = '#FFA900'
const GREEN = '#7BD500'
const RED = '#FF5752'

export const REQUEST_STAGES: readonly SeedStage[] = [
  stage('NEW', 'Новый', GREY),
  stage('SEARCH', 'Поиск перевозчика', BLUE),
  stage('TRUCK', 'Нужно ставить авто', YELLOW),
  stage('AGREEMENT', 'Согласование с заказчиком', ORANGE),
  stage('PAUSE', 'Пауза в обработке', '#C8CCD4'),
  stage('WON', 'Успешно', GREEN, 'S'),
  stage('LOST', 'Отказ', RED, 'F'),
]

export const ORDER_STAGES: readonly SeedStage[] = [
  stage('DOCUMENTS', 'Оформление документов', GREY),
  stage('SIGNING', 'Подписание', BLUE),
  stage('LOADING', 'Загрузка', YELLOW),
  stage('TRANSIT', 'В пути', ORANGE),
  stage('UNLOADING', 'Разгрузка', '#47E4C2'),
  stage('DONE', 'Перевозка завершена', GREEN, 'S'),
  stage('CANCELLED', 'Срыв или отмена', RED, 'F'),
]

export const OFFER_STAGES: readonly SeedStage[] = [
  stage('RECEIVED', 'Получено', GREY),
  stage('BARGAIN', 'Торг', YELLOW),
  stage('ACCEPTED', 'Принято', BLUE),
  stage('AWARDED', 'Исполнитель', GREEN, 'S'),
  stage('DECLINED', 'Отклонено нами', RED, 'F'),
  stage('WITHDRAWN', 'Отказ перевозчика', '#E8A0A0', 'F'),
  stage('EXPIRED', 'Истекло', '#A8ADB4', 'F'),
]

/** Added to the portal's own dictionaries: STATUS is the leads', DEAL_STAGE the deals'. */
export const NATIVE_STAGES: Record<string, SeedStage[]> = {
  STATUS: [stage('PAUSE', 'Пауза в обработке', '#C8CCD4')],
  DEAL_STAGE: [
    stage('PAUSE', 'Пауза в обработке', '#C8CCD4'),
    ...ORDER_STAGES.filter((order) => order.semantics === null),
  ],
}
