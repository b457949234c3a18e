import type { Portal } from '../portal.ts'
import { itemColumns, keyOf, toItem, type Item, type ItemRow } from '../state/items.ts'
import type { TypeCatalogue } from './catalogue.ts'
import { invalidArgument } from './errors.ts'
import { compileFilter, expressionOf, type Condition, type FindField } from './filter.ts'
import { pageSize } from './paging.ts'
import { toMap, toText } from './params.ts'
import type { Visibility } from './rights.ts'

export interface ItemQuery {
  filter: unknown
  order: unknown
  start: number
  find: FindField
  visible: Visibility
}

export interface ItemPage {
  items: Item[]
  total?: number
  next?: number
}

/** One page of a type's items that the caller may see. Throws INVALID_ARG_VALUE for an unknown field. */
export function listItems(portal: Portal, catalogue: TypeCatalogue, query: ItemQuery): ItemPage {
  const { entityTypeId } = catalogue
  const filter = compileFilter(catalogue, query.filter, query.find)
  const order = compileOrder(query.order, query.find)
  const where = typeCondition(entityTypeId, filter, order.isByKey)
  const own = where.length
  if (query.visible !== 'all') where.push(`i.assigned_by_id IN (${[...query.visible].join(', ')})`)
  if (filter.sql !== '') where.push(`(${filter.sql})`)
  const condition = where.join(' AND ')
  const offset = Math.max(0, query.start)
  const rows = bounded(() =>
    portal.state
      .prepare<unknown[], ItemRow>(
        `SELECT ${itemColumns} FROM item i WHERE ${condition || '1'} ORDER BY ${order.sql} LIMIT ${pageSize} OFFSET ${offset}`,
      )
      .raw()
      .all(...filter.values),
  )
  const page: ItemPage = { items: rows.map(toItem) }
  if (query.start < 0) return page
  const counted = [`i.entity_type_id = ${entityTypeId}`, ...where.slice(own)].join(' AND ')
  const total =
    portal.state
      .prepare<unknown[], { total: number }>(`SELECT count(*) AS total FROM item i WHERE ${counted}`)
      .get(...filter.values)?.total ?? 0
  page.total = total
  if (offset + pageSize < total) page.next = offset + pageSize
  return page
}

/**
 * What keeps the query to one type. A range of keys serves paging by id, where SQLite takes but one bound a side:
 * the caller's own bound must not compete with the type's. Otherwise the type goes with whatever index fits.
 */
function typeCondition(entityTypeId: number, filter: Condition, isByKey: boolean): string[] {
  if (filter.usesIndex || !(filter.boundsBelow || filter.boundsAbove || isByKey))
    return [`i.entity_type_id = ${entityTypeId}`]
  const bounds: string[] = []
  if (!filter.boundsBelow) bounds.push(`i.key > ${keyOf(entityTypeId, 0)}`)
  if (!filter.boundsAbove) bounds.push(`i.key < ${keyOf(entityTypeId + 1, 0)}`)
  return bounds
}

/** A filter of thousands of conditions is the caller's fault, not the portal's. */
function bounded<T>(query: () => T): T {
  try {
    return query()
  } catch (error) {
    if (error instanceof Error && /too (large|complex|many)/i.test(error.message))
      throw invalidArgument('Invalid filter: too complex')
    throw error
  }
}

function compileOrder(order: unknown, find: FindField): { sql: string; isByKey: boolean } {
  const parts: string[] = []
  let isByKey = true
  for (const [name, direction] of Object.entries(toMap(order))) {
    const field = find(name)
    const way = toText(direction).toUpperCase()
    if (!field || field.isHollow === true || field.isMultiple)
      throw invalidArgument(`Invalid order: field '${name.slice(0, 60)}' is not allowed in order`)
    if (way !== 'ASC' && way !== 'DESC')
      throw invalidArgument(`Invalid order: allowed values for order of '${name.slice(0, 60)}' are ASC and DESC`)
    if (field.name === 'id') {
      parts.push(`i.key ${way}`)
      return { sql: parts.join(', '), isByKey: isByKey && parts.length === 1 }
    }
    isByKey = false
    parts.push(`${field.kind === 'text' ? `fold(${expressionOf(field)})` : expressionOf(field)} ${way}`)
  }
  parts.push('i.key ASC')
  return { sql: parts.join(', '), isByKey }
}
