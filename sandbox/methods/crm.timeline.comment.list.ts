import { checkOwner, printComment, readEntityType } from '../rules/comments.ts'
import { RestError, withoutCode } from '../rules/errors.ts'
import type { Call, Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase, toInteger, toMap, toText } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { commentsOnCard } from '../rules/timeline/bindings.ts'
import { asList } from '../rules/values.ts'

/** The comments of one card: `ENTITY_ID` and `ENTITY_TYPE` must both be in the filter. */
export const method: Method = {
  scope: 'crm',
  run(call) {
    const { ENTITY_ID, ENTITY_TYPE, ...others } = upperKeys(toMap(anyCase(call.params, 'filter')))
    const entityId = toInteger(ENTITY_ID)
    if (entityId === null || toText(ENTITY_TYPE) === '')
      throw withoutCode('The filter must name ENTITY_ID and ENTITY_TYPE.')
    const entityTypeId = readEntityType(call, ENTITY_TYPE)
    checkReadable(call, entityTypeId, entityId)
    const comments = commentsOnCard(call.portal.state, { entityTypeId, id: entityId }).map(printComment)
    const page = pageOf(selectRows(comments, others, anyCase(call.params, 'order') ?? { ID: 'ASC' }), call.start)
    const names = asList(anyCase(call.params, 'select')).map((name) => toText(name).toUpperCase())
    const rows = names.length === 0 || names.includes('*') ? page.rows : page.rows.map((row) => pick(row, names))
    return { result: rows, total: page.total, next: page.next, rows: rows.length }
  },
}

function checkReadable(call: Call, entityTypeId: number, entityId: number): void {
  try {
    checkOwner(call, entityTypeId, entityId, 'read')
  } catch (error) {
    if (error instanceof RestError) throw withoutCode('Access denied.')
    throw error
  }
}

const upperKeys = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toUpperCase(), value]))

const pick = (row: Record<string, unknown>, names: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)))
