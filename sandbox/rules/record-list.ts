import type { Answer, Call } from './method.ts'
import { pageOf, pageSize } from './paging.ts'
import { anyCase, toInteger, toMap } from './params.ts'
import { selectRows } from './rows.ts'
import { pick } from './select-fields.ts'
import type { Shelf } from '../state/shelf.ts'

type Row = Record<string, unknown>

export interface RecordListing<T extends { id: number }> {
  shelf: Shelf<T>
  print: (value: T) => Row
  maySee: (value: T) => boolean
  /** A mark that the filter asks for, so that not everything need be read; null where it asks for none. */
  markOf?: (filter: Row) => string | null
  byDefault: string[]
}

/** One page of an older `.list`: fifty rows of upper-case names, with `filter`, `order` and `select`. */
export function listRecords<T extends { id: number }>(call: Call, listing: RecordListing<T>): Answer {
  const filter = Object.fromEntries(
    Object.entries(toMap(anyCase(call.params, 'filter'))).map(([key, value]) => [key.toUpperCase(), value]),
  )
  const order = anyCase(call.params, 'order') ?? { ID: 'ASC' }
  const select = anyCase(call.params, 'select')
  const page = isPagedById(call.start, filter, order)
    ? { rows: pageById(listing, filter) }
    : pageOf(selectRows(candidates(listing, filter), filter, order), call.start)
  const rows = page.rows.map((row) => pick(row, select, listing.byDefault))
  return { result: rows, ...('total' in page ? { total: page.total, next: page.next } : {}), rows: rows.length }
}

function candidates<T extends { id: number }>(listing: RecordListing<T>, filter: Row): Row[] {
  const mark = listing.markOf?.(filter) ?? null
  const values = mark === null ? listing.shelf.list() : listing.shelf.marked(mark)
  return values.filter(listing.maySee).map(listing.print)
}

/** Reading everything page by page, the way the vendor advises: `>ID`, rising, without a count. */
function isPagedById(start: number, filter: Row, order: unknown): boolean {
  const [only, ...others] = Object.entries(toMap(order))
  const isRising = only?.[0].toUpperCase() === 'ID' && String(only[1]).toUpperCase() === 'ASC'
  return start < 0 && isRising && others.length === 0 && toInteger(filter['>ID']) !== null
}

function pageById<T extends { id: number }>(listing: RecordListing<T>, filter: Row): Row[] {
  const rows: Row[] = []
  for (const value of listing.shelf.after(toInteger(filter['>ID']) ?? 0)) {
    if (!listing.maySee(value)) continue
    rows.push(...selectRows([listing.print(value)], filter, {}))
    if (rows.length >= pageSize) break
  }
  return rows
}
