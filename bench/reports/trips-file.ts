import Database from 'better-sqlite3'
import { VAT_CODES } from '../../contract/codes.ts'
import { openPortalStore } from '../../server/store/database.ts'
import { createRandom } from '../world/random.ts'

const DAY_MS = 86_400_000
const YEARS = 5
const CLIENTS = 3000
const CARRIERS = 8000
const LOGISTS = 60
const ENTITIES = 4

export interface TripsOptions {
  seed: number
  trips: number
  /** Milliseconds: the newest trips load then. */
  now: number
  placeIds: readonly number[]
}

/**
 * Writes a portal's own file with so many orders of five years, most of them paid, and their money, as an import would
 * have left them. Prices hold every treatment of VAT; one order in fifty cannot be calculated.
 */
export async function writeTripsFile(path: string, { seed, trips, now, placeIds }: TripsOptions): Promise<void> {
  await (await openPortalStore(path)).destroy()
  const random = createRandom(seed, 'trips')
  const database = new Database(path)
  database.pragma('synchronous = OFF')
  const at = new Date(now).toISOString()
  const insert = (table: string, columns: string) => {
    const names = columns.split(' ')
    return database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  }
  const company = insert('company', 'id title updatedAt')
  const user = insert('user', 'id name lastName departmentIds active isAdmin')
  const deal = insert('deal', 'id title stage semantics createdAt updatedAt')
  const order = insert(
    'load',
    'kind id title stage semantics companyId dealId fromPlaceId toPlaceId stops loadFromAt unloadByAt bodies loading unloading loadingAll partLoad clientRateMinor clientRateCurrency clientVat distanceKm excludedCompanyIds carrierCompanyId carrierRateMinor carrierRateCurrency carrierVat loadedAt unloadedAt logistId managerId createdAt updatedAt',
  )
  const money = insert(
    'orderMoney',
    'orderId ownCompanyId clientTerm carrierTerm expenses docsSentOn docsReceivedOn clientPaidOn carrierPaidOn',
  )
  const lanes = Array.from({ length: 1500 }, () => [random.pick(placeIds), random.pick(placeIds)] as const)
  const term = (days: number) =>
    JSON.stringify({
      event: random.chance(0.5) ? 'originals' : 'unloading',
      days,
      bankDays: random.chance(0.5),
      prepayPercent: 0,
    })
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  database.transaction(() => {
    for (let id = 1; id <= CLIENTS + CARRIERS + ENTITIES; id++) company.run(id, `Компания ${id}`, at)
    for (let id = 1; id <= LOGISTS; id++) user.run(id, 'Логист', String(id), '[]', 1, 0)
    for (let id = 1; id <= trips; id++) {
      const daysAgo = random.below(YEARS * 365)
      const loads = now - daysAgo * DAY_MS
      const unloads = loads + random.below(5) * DAY_MS
      const isDone = unloads < now - 3 * DAY_MS
      const clientMinor = 3_000_000 + random.below(30_000_000)
      const carrierMinor = Math.round(clientMinor * (0.72 + random.next() * 0.2))
      const clientVat = random.pick(['22', '22', '22', '5', 'none', '0'])
      const carrierVat = random.chance(0.98) ? random.pick(VAT_CODES) : null
      const [from, to] = random.pick(lanes)
      const clientId = 1 + random.below(CLIENTS)
      const carrierId = 1 + CLIENTS + random.below(CARRIERS)
      const dealId = 1 + Math.floor(id / 2)
      if (id % 2 === 0) deal.run(dealId, `Сделка ${dealId}`, 'WON', 'S', at, at)
      const iso = (ms: number) => new Date(ms).toISOString()
      const semantics = random.chance(0.03) ? 'F' : isDone ? 'S' : 'P'
      order.run(
        'order',
        id,
        `Заявка ${id}`,
        'DONE',
        semantics,
        clientId,
        dealId,
        from,
        to,
        '[]',
        iso(loads),
        iso(unloads),
        '[]',
        '[]',
        '[]',
        0,
        0,
        clientMinor,
        'RUB',
        clientVat,
        random.chance(0.7) ? 200 + random.below(3000) : null,
        '[]',
        carrierId,
        carrierMinor,
        'RUB',
        carrierVat,
        isDone ? iso(loads) : null,
        isDone ? iso(unloads) : null,
        1 + random.below(LOGISTS),
        1 + random.below(LOGISTS),
        iso(loads),
        iso(unloads),
      )
      const paid = (after: number) =>
        isDone && unloads + after * DAY_MS < now && random.chance(0.95) ? day(unloads + after * DAY_MS) : null
      const expenses = random.chance(0.2) ? ['погрузка; 3000; none; actual', 'пропуск; 4000; 22; planned'] : []
      money.run(
        id,
        CLIENTS + CARRIERS + 1 + random.below(ENTITIES),
        term(20),
        term(10),
        JSON.stringify(expenses),
        isDone ? day(unloads + 2 * DAY_MS) : null,
        isDone ? day(unloads + 12 * DAY_MS) : null,
        paid(25 + random.below(20)),
        paid(12 + random.below(10)),
      )
    }
  })()
  database.exec('ANALYZE')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}
