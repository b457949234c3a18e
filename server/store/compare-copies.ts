import type SQLite from 'better-sqlite3'
import { fileReader, type PortalStore } from './database.ts'

/** One row that two copies of a portal do not agree on. Values are not told: they may be personal. */
export interface CopyDifference {
  table: string
  /** Values of the row's key, joined by spaces. */
  key: string
  /** Only one of them has the row, or these columns differ. */
  what: 'missing' | 'surplus' | 'different'
  columns: string[]
  /** Whose item the row belongs to; null for sums over many items and for people. */
  item: { entity: string; id: number } | null
}

type Row = Record<string, unknown>

interface ComparedTable {
  name: string
  key: string[]
  itemOf: (row: Row) => CopyDifference['item']
}

const own =
  (entity: string, column = 'id') =>
  (row: Row) => ({ entity, id: Number(row[column]) })
const ofKind = (kind: string, id: string) => (row: Row) => ({ entity: String(row[kind]), id: Number(row[id]) })

/** Everything the copy keeps of the portal. */
const TABLES: ComparedTable[] = [
  { name: 'department', key: ['id'], itemOf: () => null },
  { name: 'user', key: ['id'], itemOf: () => null },
  ...['company', 'contact', 'lead', 'deal', 'offer', 'carrier'].map((name) => ({
    name,
    key: ['id'],
    itemOf: own(name),
  })),
  { name: 'load', key: ['kind', 'id'], itemOf: ofKind('kind', 'id') },
  { name: 'orderMoney', key: ['orderId'], itemOf: own('order', 'orderId') },
  { name: 'phone', key: ['ownerKind', 'ownerId', 'position'], itemOf: ofKind('ownerKind', 'ownerId') },
  { name: 'direction', key: ['carrierId', 'position'], itemOf: own('carrier', 'carrierId') },
  { name: 'vehicle', key: ['carrierId', 'position'], itemOf: own('carrier', 'carrierId') },
  { name: 'carrierLane', key: ['fromPlaceId', 'toPlaceId', 'companyId'], itemOf: () => null },
]

/** Compares all rows of two files, side by side in the order of their keys. Throws for stores in memory. */
export function compareCopies(ours: PortalStore, theirs: PortalStore): { rows: number; differences: CopyDifference[] } {
  const [left, right] = [fileReader(ours), fileReader(theirs)]
  if (!left || !right) throw new Error('Only copies that lie in files can be compared')
  try {
    let rows = 0
    const differences: CopyDifference[] = []
    for (const table of TABLES)
      for (const [our, their] of sideBySide(left, right, table)) {
        rows += 1
        const difference = differenceOf(table, our, their)
        if (difference) differences.push(difference)
      }
    return { rows, differences }
  } finally {
    left.close()
    right.close()
  }
}

function* sideBySide(left: SQLite.Database, right: SQLite.Database, { name, key }: ComparedTable) {
  const rowsOf = (file: SQLite.Database) =>
    file.prepare(`SELECT * FROM ${name} ORDER BY ${key.join(', ')}`).iterate() as IterableIterator<Row>
  const [ours, theirs] = [rowsOf(left), rowsOf(right)]
  try {
    let [our, their] = [ours.next(), theirs.next()]
    while (!our.done || !their.done) {
      const order = our.done ? 1 : their.done ? -1 : compareKeys(key, our.value, their.value)
      yield [order <= 0 ? (our.value as Row) : null, order >= 0 ? (their.value as Row) : null] as const
      if (order <= 0) our = ours.next()
      if (order >= 0) their = theirs.next()
    }
  } finally {
    ours.return?.()
    theirs.return?.()
  }
}

/** As SQLite orders them; keys are never null. */
function compareKeys(key: readonly string[], our: Row, their: Row): number {
  for (const column of key) {
    const [a, b] = [our[column] as string | number, their[column] as string | number]
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}

function differenceOf({ name, key, itemOf }: ComparedTable, our: Row | null, their: Row | null): CopyDifference | null {
  const row = (our ?? their)!
  const about = { table: name, key: key.map((column) => String(row[column])).join(' '), item: itemOf(row) }
  if (!our) return { ...about, what: 'missing', columns: [] }
  if (!their) return { ...about, what: 'surplus', columns: [] }
  const columns = Object.keys(row).filter((column) => !isSame(our[column], their[column]))
  return columns.length > 0 ? { ...about, what: 'different', columns } : null
}

/** Sums of decayed weights depend on the order of addition in their last digits. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number' && !(Number.isInteger(a) && Number.isInteger(b)))
    return a.toPrecision(9) === b.toPrecision(9)
  return a === b
}
