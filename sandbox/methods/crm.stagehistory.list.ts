import { invalidArgument, notFound } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { pageSize } from '../rules/paging.ts'
import { optionalMap, requiredId, toText } from '../rules/params.ts'
import { leadType, nativeTypes } from '../rules/standard-fields.ts'
import { formatInstant, parseInstant } from '../rules/time.ts'
import { asList } from '../rules/values.ts'

interface HistoryRow {
  id: number
  typeId: number
  ownerId: number
  createdTime: number
  categoryId: number | null
  stageId: string
  semantics: string
}

const columns: Record<string, string> = {
  ID: 'id',
  TYPE_ID: 'type_id',
  OWNER_ID: 'owner_id',
  CREATED_TIME: 'created_time',
  CATEGORY_ID: 'category_id',
  STAGE_ID: 'stage_id',
  STATUS_ID: 'stage_id',
  STAGE_SEMANTIC_ID: 'semantics',
  STATUS_SEMANTIC_ID: 'semantics',
}

/**
 * Transitions between stages; rows of items the caller may not see are left out.
 * Documented at https://apidocs.bitrix24.com/api-reference/crm/crm-stage-history-list.html
 */
export const method: Method = {
  scope: 'crm',
  run({ portal, caller, params, start }) {
    const entityTypeId = requiredId(params, 'entityTypeId')
    if (!nativeTypes.includes(entityTypeId) && !portal.types.get(entityTypeId))
      throw notFound('Smart process not found')
    const where = [`h.entity_type_id = ${entityTypeId}`]
    const values: unknown[] = []
    for (const [key, value] of Object.entries(optionalMap(params, 'filter'))) {
      const match = /^(>=|<=|>|<|=|@)?([A-Z_]+)$/.exec(key)
      const column = columns[match?.[2] ?? '']
      if (!column) throw invalidArgument(`Invalid filter: field '${key.slice(0, 60)}' is not allowed in filter`)
      const list = asList(value).map((one) => (column === 'created_time' ? parseInstant(toText(one)) : toText(one)))
      const operator = match?.[1] ?? '='
      if (operator === '=' || operator === '@') {
        where.push(`h.${column} IN (${list.map(() => '?').join(', ')})`)
        values.push(...list)
      } else {
        where.push(`h.${column} ${operator} ?`)
        values.push(list[0] ?? null)
      }
    }
    const visible = portal.rights.visibility(caller.userId, entityTypeId, 'read')
    if (visible !== 'all')
      where.push(
        `h.owner_id IN (SELECT i.id FROM item i WHERE i.entity_type_id = ${entityTypeId}
          AND i.assigned_by_id IN (${[...visible].join(', ')}))`,
      )
    const order = Object.entries(optionalMap(params, 'order')).map(([name, way]) => {
      const column = columns[name.toUpperCase()]
      if (!column) throw invalidArgument(`Invalid order: field '${name.slice(0, 60)}' is not allowed in order`)
      return `h.${column} ${toText(way).toUpperCase() === 'DESC' ? 'DESC' : 'ASC'}`
    })
    const condition = where.join(' AND ')
    const rows = portal.state.db
      .prepare<unknown[], HistoryRow>(
        `SELECT h.id, h.type_id AS typeId, h.owner_id AS ownerId, h.created_time AS createdTime,
           h.category_id AS categoryId, h.stage_id AS stageId, h.semantics
         FROM stage_history h WHERE ${condition} ORDER BY ${[...order, 'h.id ASC'].join(', ')}
         LIMIT ${pageSize} OFFSET ${Math.max(0, start)}`,
      )
      .all(...values)
    const items = rows.map((row) => print(row, entityTypeId))
    if (start < 0) return { result: { items }, rows: items.length }
    const total =
      portal.state.db
        .prepare<unknown[], { total: number }>(`SELECT count(*) AS total FROM stage_history h WHERE ${condition}`)
        .get(...values)?.total ?? 0
    const next = start + pageSize < total ? start + pageSize : undefined
    return { result: { items }, total, next, rows: items.length }
  },
}

/** Leads say STATUS where the others say STAGE. */
function print(row: HistoryRow, entityTypeId: number): Record<string, unknown> {
  const word = entityTypeId === leadType ? 'STATUS' : 'STAGE'
  return {
    ID: row.id,
    TYPE_ID: row.typeId,
    OWNER_ID: row.ownerId,
    CREATED_TIME: formatInstant(row.createdTime),
    ...(row.categoryId === null || entityTypeId === leadType ? {} : { CATEGORY_ID: row.categoryId }),
    [`${word}_SEMANTIC_ID`]: row.semantics,
    [`${word}_ID`]: row.stageId,
  }
}
