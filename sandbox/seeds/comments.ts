import { CAST, DEMO_ORDER_ID, DEMO_REQUEST_ID, REEFER_REQUEST_ID, STOPS_REQUEST_ID } from './cast.ts'
import { dayOf, minuteAt, momentText } from './days.ts'
import { ORDER, REQUEST } from './schema/processes.ts'
import type { SeedComment } from './seed.ts'

/** What colleagues already wrote under the cards of the cast, the evening before `today`. */
export function makeComments(today: string): SeedComment[] {
  const yesterday = dayOf(today) - 1
  const comment = (entityTypeId: number, entityId: number, authorId: number, clock: number, text: string) => ({
    entityTypeId,
    entityId,
    authorId,
    text,
    createdAt: momentText(minuteAt(yesterday, clock)),
  })
  const { manager, logist, secondLogist } = CAST
  const evening = 18 * 60
  return [
    comment(
      REQUEST.entityTypeId,
      DEMO_REQUEST_ID,
      manager,
      evening,
      'Клиент просит машину завтра до обеда, грузит сзади и сбоку.',
    ),
    comment(REQUEST.entityTypeId, DEMO_REQUEST_ID, logist, evening + 12, 'Начинаю обзвон, до вечера дам цену.'),
    comment(REQUEST.entityTypeId, REEFER_REQUEST_ID, manager, evening + 5, 'Мороженое: термописец обязателен.'),
    comment(REQUEST.entityTypeId, STOPS_REQUEST_ID, manager, evening + 20, 'Порядок выгрузок менять нельзя.'),
    comment(ORDER.entityTypeId, DEMO_ORDER_ID, secondLogist, evening + 30, 'Прошлый перевозчик занят, ищем замену.'),
  ]
}
