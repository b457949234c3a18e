import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { PortalStore } from './database.ts'

/**
 * Marks of rows that changed since somebody last asked, for what is kept in memory beside the file. They are set by
 * triggers inside the transaction of the row, so a rollback takes them back and nobody has to remember to set them;
 * they live in temporary tables, because what is in memory dies with the process as they do. A trigger cannot say
 * "or ignore": the statement that set it off decides that.
 */
const COMPANY_OF_ENTRY = (row: 'new' | 'old') =>
  `SELECT companyId FROM main.carrier WHERE id = ${row}.carrierId AND companyId IS NOT NULL`

/** Table → the companies a row of it speaks of. */
const COMPANIES: Record<string, (row: 'new' | 'old') => string> = {
  company: (row) => `SELECT ${row}.id AS companyId`,
  carrier: (row) => `SELECT ${row}.companyId AS companyId WHERE ${row}.companyId IS NOT NULL`,
  direction: COMPANY_OF_ENTRY,
  vehicle: COMPANY_OF_ENTRY,
  phone: (row) => `SELECT ${row}.ownerId AS companyId WHERE ${row}.ownerKind = 'company' UNION
    SELECT companyId FROM main.carrier WHERE ${row}.ownerKind = 'contact' AND contactId = ${row}.ownerId AND companyId IS NOT NULL`,
  contact: (row) => `SELECT companyId FROM main.carrier WHERE contactId = ${row}.id AND companyId IS NOT NULL`,
  offer: (row) => `SELECT ${row}.companyId AS companyId WHERE ${row}.companyId IS NOT NULL AND ${row}.body IS NOT NULL`,
}

/** Marks that stand for more than one order. */
export const ALL_ORDERS = -1
export const FOREIGN_ORDERS = -2
/** Settings that change what orders earn. */
const PROFIT_KEYS = [
  'ownEntities',
  'entityOfForm',
  'annualPercent',
  'cashPercent',
  'minimumShare',
  'workDays',
  'portalCalendar',
]
  .map((key) => `'${key}'`)
  .join(', ')

const WHEN = [
  ['INSERT', ['new']],
  ['UPDATE', ['new', 'old']],
  ['DELETE', ['old']],
] as const

/** Orders whose profit a row speaks of; `offer` only where one was awarded. */
const ORDERS: Record<string, (row: 'new' | 'old') => string> = {
  load: (row) => `SELECT ${row}.id AS orderId WHERE ${row}.kind = 'order'`,
  orderMoney: (row) => `SELECT ${row}.orderId AS orderId`,
  offer: (row) => `SELECT ${row}.orderId AS orderId WHERE ${row}.orderId IS NOT NULL AND ${row}.semantics = 'S'`,
  setting: (row) => `SELECT ${ALL_ORDERS} AS orderId WHERE ${row}.key IN (${PROFIT_KEYS})`,
  exchangeRate: () => `SELECT ${FOREIGN_ORDERS} AS orderId`,
  statedExchangeRate: () => `SELECT ${FOREIGN_ORDERS} AS orderId`,
}

/** What is kept of a table as a whole; a condition where only some of its rows are. */
const WHOLE: Record<WholeTable, (row: 'new' | 'old') => string> = {
  setting: () => '1',
  matchRule: () => '1',
  taughtPlace: () => '1',
  user: () => '1',
  meta: (row) => `${row}.key = 'asOf'`,
}
export type WholeTable = 'setting' | 'matchRule' | 'taughtPlace' | 'user' | 'meta'

/** An order on which a truck of ours is on the road, or has come empty. */
const TRUCK = (row: 'new' | 'old') => `SELECT ${row}.id AS orderId WHERE ${row}.kind = 'order'
  AND ${row}.carrierCompanyId IS NOT NULL AND (${row}.semantics = 'P' OR ${row}.unloadedAt IS NOT NULL)`

/** Lanes of loads about which carriers were called: by the call, and by the load. */
const LANES_TALKED_OF: Record<string, (row: 'new' | 'old') => string> = {
  attempt: (row) => `SELECT fromPlaceId, toPlaceId FROM main.load
    WHERE kind = ${row}.loadKind AND id = ${row}.loadId AND fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL`,
  load: (row) => `SELECT ${row}.fromPlaceId AS fromPlaceId, ${row}.toPlaceId AS toPlaceId
    WHERE ${row}.fromPlaceId IS NOT NULL AND ${row}.toPlaceId IS NOT NULL
      AND EXISTS (SELECT 1 FROM main.attempt WHERE loadKind = ${row}.kind AND loadId = ${row}.id)`,
}

/** Call it once for every connection that writes, before it does. */
export function markChanges(connection: Database): void {
  // A replaced row is deleted first, and says so only with this.
  connection.pragma('recursive_triggers = ON')
  connection.pragma('temp_store = MEMORY')
  connection.exec(`
    CREATE TEMP TABLE changedLane (fromPlaceId INTEGER, toPlaceId INTEGER, companyId INTEGER,
      PRIMARY KEY (fromPlaceId, toPlaceId, companyId)) WITHOUT ROWID;
    CREATE TEMP TABLE changedCompany (companyId INTEGER PRIMARY KEY);
    CREATE TEMP TABLE changedOrder (orderId INTEGER PRIMARY KEY);
    CREATE TEMP TABLE changedTruck (orderId INTEGER PRIMARY KEY);
    CREATE TEMP TABLE changedTalk (fromPlaceId INTEGER, toPlaceId INTEGER,
      PRIMARY KEY (fromPlaceId, toPlaceId)) WITHOUT ROWID;
    CREATE TEMP TABLE changedWhole (name TEXT PRIMARY KEY) WITHOUT ROWID;`)
  for (const [event, rows] of WHEN) {
    const lanes = rows.map(
      (row) => `INSERT INTO changedLane SELECT ${row}.fromPlaceId, ${row}.toPlaceId, ${row}.companyId
        WHERE (${row}.fromPlaceId, ${row}.toPlaceId, ${row}.companyId) NOT IN (SELECT * FROM changedLane);`,
    )
    connection.exec(
      `CREATE TEMP TRIGGER mark_carrierLane_${event} AFTER ${event} ON main.carrierLane BEGIN ${lanes.join(' ')} END`,
    )
    for (const [table, companies] of Object.entries(COMPANIES)) {
      const marks = rows.map(
        (row) => `INSERT INTO changedCompany SELECT companyId FROM (${companies(row)})
          WHERE companyId NOT IN (SELECT companyId FROM changedCompany);`,
      )
      connection.exec(
        `CREATE TEMP TRIGGER mark_${table}_${event} AFTER ${event} ON main.${table} BEGIN ${marks.join(' ')} END`,
      )
    }
  }
  markOrders(connection)
  markTrucks(connection)
  markTalks(connection)
  markWholes(connection)
}

function markTrucks(connection: Database): void {
  for (const [event, rows] of WHEN) {
    const marks = rows.map(
      (row) => `INSERT INTO changedTruck SELECT orderId FROM (${TRUCK(row)})
        WHERE orderId NOT IN (SELECT orderId FROM changedTruck);`,
    )
    connection.exec(`CREATE TEMP TRIGGER mark_truck_${event} AFTER ${event} ON main.load BEGIN ${marks.join(' ')} END`)
  }
}

function markTalks(connection: Database): void {
  for (const [event, rows] of WHEN) {
    for (const [table, lanes] of Object.entries(LANES_TALKED_OF)) {
      const marks = rows.map(
        (row) => `INSERT INTO changedTalk SELECT fromPlaceId, toPlaceId FROM (${lanes(row)})
          WHERE (fromPlaceId, toPlaceId) NOT IN (SELECT * FROM changedTalk);`,
      )
      connection.exec(
        `CREATE TEMP TRIGGER mark_talk_${table}_${event} AFTER ${event} ON main.${table} BEGIN ${marks.join(' ')} END`,
      )
    }
  }
}

function markWholes(connection: Database): void {
  for (const [event, rows] of WHEN) {
    for (const [table, isKept] of Object.entries(WHOLE)) {
      connection.exec(`CREATE TEMP TRIGGER mark_whole_${table}_${event} AFTER ${event} ON main.${table}
        WHEN (${rows.map(isKept).join(' OR ')}) AND NOT EXISTS (SELECT 1 FROM changedWhole WHERE name = '${table}')
        BEGIN INSERT INTO changedWhole VALUES ('${table}'); END`)
    }
  }
}

function markOrders(connection: Database): void {
  for (const [event, rows] of WHEN) {
    for (const [table, orders] of Object.entries(ORDERS)) {
      const marks = rows.map(
        (row) => `INSERT INTO changedOrder SELECT orderId FROM (${orders(row)})
          WHERE orderId NOT IN (SELECT orderId FROM changedOrder);`,
      )
      connection.exec(
        `CREATE TEMP TRIGGER mark_order_${table}_${event} AFTER ${event} ON main.${table} BEGIN ${marks.join(' ')} END`,
      )
    }
  }
}

/** As `takeChangeMarks`, of orders; the two marks for many of them may be among the ids. */
export async function takeOrderMarks(store: PortalStore): Promise<number[]> {
  const { rows } = await sql<{ any: number }>`SELECT EXISTS (SELECT 1 FROM temp.changedOrder) AS any`.execute(store)
  if (rows[0]?.any === 0) return []
  const orders = await sql<{ orderId: number }>`DELETE FROM temp.changedOrder RETURNING orderId`.execute(store)
  return orders.rows.map(({ orderId }) => orderId)
}

export interface LaneKey {
  fromPlaceId: number
  toPlaceId: number
  companyId: number
}

export interface ChangeMarks {
  lanes: LaneKey[]
  companyIds: number[]
  /** Orders with a carrier that are in work or unloaded, or were. */
  truckOrderIds: number[]
  /** Lanes of loads about which carriers were called. */
  talkedOf: { fromPlaceId: number; toPlaceId: number }[]
  wholes: WholeTable[]
}

/** Takes the marks away and says what they stood for. What is read after this call is at least as new as they are. */
export async function takeChangeMarks(store: PortalStore): Promise<ChangeMarks> {
  const { rows } = await sql<{ any: number }>`
    SELECT EXISTS (SELECT 1 FROM temp.changedLane) OR EXISTS (SELECT 1 FROM temp.changedCompany)
      OR EXISTS (SELECT 1 FROM temp.changedTruck) OR EXISTS (SELECT 1 FROM temp.changedTalk)
      OR EXISTS (SELECT 1 FROM temp.changedWhole) AS any`.execute(store)
  if (rows[0]?.any === 0) return { lanes: [], companyIds: [], truckOrderIds: [], talkedOf: [], wholes: [] }
  const lanes = await sql<LaneKey>`DELETE FROM temp.changedLane RETURNING fromPlaceId, toPlaceId, companyId`.execute(
    store,
  )
  const companies = await sql<{ companyId: number }>`DELETE FROM temp.changedCompany RETURNING companyId`.execute(store)
  const trucks = await sql<{ orderId: number }>`DELETE FROM temp.changedTruck RETURNING orderId`.execute(store)
  const talks = await sql<ChangeMarks['talkedOf'][number]>`
    DELETE FROM temp.changedTalk RETURNING fromPlaceId, toPlaceId`.execute(store)
  const wholes = await sql<{ name: WholeTable }>`DELETE FROM temp.changedWhole RETURNING name`.execute(store)
  return {
    lanes: lanes.rows,
    companyIds: companies.rows.map((row) => row.companyId),
    truckOrderIds: trucks.rows.map((row) => row.orderId),
    talkedOf: talks.rows,
    wholes: wholes.rows.map((row) => row.name),
  }
}
