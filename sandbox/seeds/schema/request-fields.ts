import { KIND, LOST_REASON } from './codes.ts'
import { choice, field } from './field.ts'
import type { FieldPlan } from './field.ts'
import { LOAD_FIELDS } from './load-fields.ts'

export const REQUEST_FIELDS: readonly FieldPlan[] = [
  choice('KIND', KIND, 'Вид запроса', 'Kind of request'),
  ...LOAD_FIELDS,
  choice('LOST_REASON', LOST_REASON, 'Причина отказа', 'Lost reason'),
  field('LOST_COMMENT', 'string', 'Комментарий к отказу', 'Comment on the loss'),
  field('NEXT_CONTACT_ON', 'date', 'Следующий контакт', 'Next contact'),
]
