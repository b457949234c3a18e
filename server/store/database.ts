import SQLite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect, type Migration } from 'kysely'
import { migration as copy } from './migrations/0001-copy.ts'
import { migration as callers } from './migrations/0019-callers.ts'
import { migration as own } from './migrations/0002-own.ts'
import { migration as laneEnds } from './migrations/0003-lane-ends.ts'
import { migration as laneDates } from './migrations/0004-lane-dates.ts'
import { migration as match } from './migrations/0005-match.ts'
import { migration as writeSubject } from './migrations/0007-write-subject.ts'
import { migration as matchSpeed } from './migrations/0016-match-speed.ts'
import { migration as orderMoney } from './migrations/0008-order-money.ts'
import { migration as offerDecisions } from './migrations/0023-offer-decisions.ts'
import { migration as offerBodies } from './migrations/0024-offer-bodies.ts'
import { migration as exchangeRates } from './migrations/0026-exchange-rates.ts'
import { migration as statedRates } from './migrations/0046-stated-rates.ts'
import { migration as droppedWrites } from './migrations/0013-dropped-writes.ts'
import { migration as refusals } from './migrations/0029-refusals.ts'
import { migration as refusalRobots } from './migrations/0030-refusal-robots.ts'
import { migration as bankAccounts } from './migrations/0039-bank-accounts.ts'
import { migration as knownNumbers } from './migrations/0040-known-numbers.ts'
import { migration as refusalTalks } from './migrations/0044-refusal-talks.ts'
import { migration as sealedPapers } from './migrations/0045-sealed-papers.ts'
import { migration as profitDecisions } from './migrations/0027-profit-decisions.ts'
import { migration as dealOrder } from './migrations/0042-deal-order.ts'
import { migration as oddMoney } from './migrations/0043-odd-money.ts'
import { migration as ownCompanies } from './migrations/0043-own-companies.ts'
import { migration as registry } from './migrations/registry-0001.ts'
import { markChanges } from './change-marks.ts'
import { keptStatements } from './kept-statements.ts'
import type { PortalDatabase, RegistryDatabase } from './schema.ts'

export type PortalStore = Kysely<PortalDatabase>
export type Registry = Kysely<RegistryDatabase>

/**
 * Opens (creating and migrating) one portal's own file. `:memory:` for tests. Two processes must not write to one
 * file; a second connection of the same process may read while another writes (WAL).
 */
export async function openPortalStore(file: string): Promise<PortalStore> {
  const { database, connection } = await open<PortalDatabase>(file, {
    '0001-copy': copy,
    '0002-own': own,
    '0019-callers': callers,
    '0003-lane-ends': laneEnds,
    '0004-lane-dates': laneDates,
    '0005-match': match,
    '0007-write-subject': writeSubject,
    '0016-match-speed': matchSpeed,
    '0008-order-money': orderMoney,
    '0023-offer-decisions': offerDecisions,
    '0024-offer-bodies': offerBodies,
    '0026-exchange-rates': exchangeRates,
    '0027-profit-decisions': profitDecisions,
    '0013-dropped-writes': droppedWrites,
    '0029-refusals': refusals,
    '0030-refusal-robots': refusalRobots,
    '0039-bank-accounts': bankAccounts,
    '0040-known-numbers': knownNumbers,
    '0042-deal-order': dealOrder,
    '0043-odd-money': oddMoney,
    '0043-own-companies': ownCompanies,
    '0044-refusal-talks': refusalTalks,
    '0045-sealed-papers': sealedPapers,
    '0046-stated-rates': statedRates,
  })
  markChanges(connection)
  if (file !== ':memory:') files.set(database, file)
  return database
}

/** Where open stores lie; those in memory lie nowhere. */
const files = new WeakMap<PortalStore, string>()

/** The file a store lies in, for a thread that opens it by itself; null for a store in memory. */
export function fileOf(store: PortalStore): string | null {
  return files.get(store) ?? null
}

/** Another connection to the store's file, for long readings; null for a store in memory. Whoever asks closes it. */
export function fileReader(store: PortalStore): SQLite.Database | null {
  const file = fileOf(store)
  return file === null ? null : new SQLite(file, { readonly: true })
}

/** Opens the registry of portals and sealed tokens. */
export async function openRegistry(file: string): Promise<Registry> {
  return (await open<RegistryDatabase>(file, { '0001-registry': registry })).database
}

async function open<Schema>(
  file: string,
  migrations: Record<string, Migration>,
): Promise<{ database: Kysely<Schema>; connection: SQLite.Database }> {
  const connection = new SQLite(file)
  connection.pragma('journal_mode = WAL')
  // An accepted write must survive a power cut, not only a killed process.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 5000')
  // A list touches thousands of pages; the default of 2 MB would read them from the file each time. In KiB.
  connection.pragma('cache_size = -16384')
  connection.function('fold', { deterministic: true }, (text) =>
    typeof text === 'string' ? text.toLocaleLowerCase('ru') : text,
  )
  const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keptStatements(connection) }) })
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
    // Migrations touch different tables and come from different hands: a lower number may arrive later.
    allowUnorderedMigrations: true,
  }).migrateToLatest()
  if (error) {
    await database.destroy()
    throw new Error(`The database ${file} could not be brought up to date`, { cause: error })
  }
  return { database, connection }
}
