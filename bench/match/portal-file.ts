import Database from 'better-sqlite3'
import type { BodyCode } from '../../contract/codes.ts'
import type { LaneRow } from '../../server/match/lane-index/lane-row.ts'
import type { Gazetteer } from '../../server/places/gazetteer.ts'
import { openPortalStore } from '../../server/store/database.ts'
import type { BenchData } from './bench-data.ts'
import type { BenchRequest } from './requests.ts'

/** Ids of companies are the numbers of carriers, and one more: there is no company 0. */
export const companyOf = (carrier: number) => carrier + 1

const AT = '2026-01-01T00:00:00.000Z'
const PHONES_FOR = 0.97
const LARGEST_T = 20

/**
 * Writes a portal's own file as it would be after the import of such a history: companies, carrier base, offers,
 * finished orders, sums by lane, and a request for every question that is asked.
 */
export async function writePortalFile(
  path: string,
  data: BenchData,
  requests: readonly BenchRequest[],
  gazetteer: Gazetteer,
): Promise<void> {
  await (await openPortalStore(path)).destroy()
  const database = new Database(path)
  database.pragma('synchronous = OFF')
  database.pragma('journal_mode = WAL')
  const insert = (table: string, columns: string) => {
    const names = columns.split(' ')
    const statement = database.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    return (...values: unknown[]) => void statement.run(values)
  }
  database.transaction(() => {
    writeCarriers(data, insert)
    writeOffers(data, insert)
    writeOrders(data, insert)
    writeLanes(data.laneRows, insert)
    writeRequests(requests, data.now, gazetteer, insert)
  })()
  database.exec('ANALYZE')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

/** `columns` are separated by spaces. */
type Insert = (table: string, columns: string) => (...values: unknown[]) => void

function writeCarriers({ history, bodies }: BenchData, insert: Insert): void {
  const company = insert('company', 'id title updatedAt')
  const phone = insert('phone', 'ownerKind ownerId position value')
  const carrier = insert(
    'carrier',
    'id companyId title state adr security preferred doNotUse updatedAt capacityKg volumeM3 nowPlaceId nowAt',
  )
  const vehicle = insert('vehicle', 'carrierId position body capacityKg volumeM3 loading')
  const direction = insert('direction', 'carrierId position text fromPlaceId toPlaceId bothWays')
  const lanesOf = new Map<number, number>()
  for (const [number, { code, capacityT, volumeM3 }] of history.carriers.entries()) {
    const id = companyOf(number)
    const title = `Перевозчик ${code}`
    company(id, title, AT)
    if ((number % 100) / 100 < PHONES_FOR) phone('company', id, 0, `+7900${String(1_000_000 + number)}`)
    const capacityKg = capacityT === null ? null : capacityT * 1000
    carrier(id, id, title, 'active', '[]', 'passed', number % 50 === 0 ? 1 : 0, 0, AT, capacityKg, volumeM3, null, null)
    for (const [position, body] of [...bodies[number]!].entries())
      vehicle(id, position, body satisfies BodyCode, capacityKg ?? LARGEST_T * 1000, volumeM3, '["rear","side"]')
  }
  for (const { carrier: number, fromPlaceId, toPlaceId } of history.directions) {
    const position = lanesOf.get(number) ?? 0
    lanesOf.set(number, position + 1)
    direction(companyOf(number), position, `${fromPlaceId} — ${toPlaceId}`, fromPlaceId, toPlaceId, 0)
  }
}

function writeOffers({ history: { offers } }: BenchData, insert: Insert): void {
  const offer = insert(
    'offer',
    'id action stage semantics companyId rateMinor rateCurrency vat body fromPlaceId toPlaceId createdAt updatedAt',
  )
  for (let row = 0; row < offers.length; row++) {
    const { carrier, body, rateMinor, vat, atMs, fromPlaceId, toPlaceId } = offers.at(row)
    const at = new Date(atMs).toISOString()
    const rate = [rateMinor, rateMinor === null ? null : 'RUB', vat]
    offer(row + 1, 'quote', 'RECEIVED', 'P', companyOf(carrier), ...rate, body, fromPlaceId, toPlaceId, at, at)
  }
}

const LOAD_COLUMNS =
  'kind id title stage semantics stops bodies loading unloading loadingAll ' +
  'partLoad excludedCompanyIds createdAt updatedAt fromPlaceId toPlaceId'

function writeOrders({ history: { orders } }: BenchData, insert: Insert): void {
  const paid = 'carrierCompanyId carrierRateMinor carrierRateCurrency carrierVat loadFromAt unloadedAt'
  const order = insert('load', `${LOAD_COLUMNS} ${paid}`)
  for (let row = 0; row < orders.length; row++) {
    const { carrier, body, rateMinor, vat, atMs, fromPlaceId, toPlaceId } = orders.at(row)
    const at = new Date(atMs).toISOString()
    const wanted = JSON.stringify(body === null ? [] : [body])
    const ends = [at, at, fromPlaceId, toPlaceId]
    const rate = [rateMinor, rateMinor === null ? null : 'RUB', vat]
    order(
      'order',
      row + 1,
      '',
      'DONE',
      'S',
      '[]',
      wanted,
      '[]',
      '[]',
      0,
      0,
      '[]',
      ...ends,
      companyOf(carrier),
      ...rate,
      at,
      at,
    )
  }
}

function writeLanes(rows: readonly LaneRow[], insert: Insert): void {
  const columns = 'fromPlaceId toPlaceId companyId trips tripSum lastTripAt offers offerSum lastOfferAt'
  const lane = insert('carrierLane', columns)
  for (const row of rows) {
    const { fromPlaceId, toPlaceId, companyId, trips, tripSum, lastTripAt, offers, offerSum, lastOfferAt } = row
    lane(fromPlaceId, toPlaceId, companyOf(companyId), trips, tripSum, lastTripAt, offers, offerSum, lastOfferAt)
  }
}

/** Requests as clients make them: twenty tonnes in the bodies that were asked for, loading in two days. */
function writeRequests(requests: readonly BenchRequest[], at: string, gazetteer: Gazetteer, insert: Insert): void {
  const request = insert('load', `${LOAD_COLUMNS} loadText unloadText weightKg volumeM3 loadFromAt`)
  const taught = insert('taughtPlace', 'text placeId byUserId at')
  const known = new Set<string>()
  const textOf = (placeId: number): string => {
    const { name, region } = gazetteer.byId(placeId)!
    const text = `${name}, ${region}`
    let normalised = ''
    const found = gazetteer.resolve(text, {
      taught: (form) => {
        normalised = form
        return null
      },
    })
    const isSure = found.state === 'known' && found.place.id === placeId
    if (!isSure && !known.has(normalised)) taught(normalised, placeId, 1, AT)
    known.add(normalised)
    return text
  }
  for (const [number, { fromPlaceId, toPlaceId, body }] of requests.entries()) {
    const [from, to] = [textOf(fromPlaceId), textOf(toPlaceId)]
    const stops = [
      { action: 'load', text: from, fromAt: null, toAt: null },
      { action: 'unload', text: to, fromAt: null, toAt: null },
    ]
    const wanted = JSON.stringify(body === null ? [] : [body])
    const ends = [at, at, fromPlaceId, toPlaceId]
    const asked = ['SEARCH', 'P', JSON.stringify(stops), wanted, '["rear"]', '[]', 0, 0, '[]']
    request('request', number + 1, `Запрос ${number + 1}`, ...asked, ...ends, from, to, 15_000, 60, at)
  }
}
