import Database from 'better-sqlite3'
import { BODY_CODES, VAT_CODES } from '../../contract/codes.ts'
import { createRandom } from '../world/random.ts'

const CARRIERS = 20_000
const PEOPLE = 30
const PLACES = 400
const STAGES = ['RECEIVED', 'BARGAIN', 'ACCEPTED', 'AWARDED', 'DECLINED', 'WITHDRAWN', 'EXPIRED']
const YEARS_MS = 3 * 365 * 86_400_000
const END_MS = Date.parse('2026-11-26T09:00:00Z')

/** Fills a portal's file with offers of three years; the two places of the busiest lane. Deterministic. */
export function fillOffers(file: string, count: number): [number, number] {
  const random = createRandom(1, 'offers')
  const database = new Database(file)
  database.pragma('synchronous = OFF')
  const company = database.prepare('INSERT INTO company (id, title, updatedAt) VALUES (?, ?, ?)')
  const offer = database.prepare(
    `INSERT INTO offer (id, action, stage, semantics, requestId, companyId, rateMinor, rateCurrency, vat, body, capacityKg,
       validUntilAt, loadText, unloadText, fromPlaceId, toPlaceId, source, authorId, comment, createdAt, updatedAt)
     VALUES (?, 'quote', ?, ?, ?, ?, ?, 'RUB', ?, ?, 20000, ?, ?, ?, ?, ?, 'call', ?, ?, ?, ?)`,
  )
  // Half of all traffic runs between a few places, as in life.
  const place = () => 1 + Math.floor(PLACES * random.next() ** 3)
  database.transaction(() => {
    for (let id = 1; id <= CARRIERS; id += 1) company.run(id, `Перевозчик ${id}`, '2026-01-01T00:00:00.000Z')
    for (let id = 1; id <= count; id += 1) {
      const at = new Date(END_MS - YEARS_MS * (1 - id / count)).toISOString()
      const stage = random.pick(STAGES)
      const semantics = stage === 'AWARDED' ? 'S' : ['DECLINED', 'WITHDRAWN', 'EXPIRED'].includes(stage) ? 'F' : 'P'
      const [from, to] = [place(), place()]
      const until = random.next() < 0.5 ? new Date(Date.parse(at) + 86_400_000).toISOString() : null
      offer.run(
        id,
        stage,
        semantics,
        Math.ceil(id / 4),
        1 + Math.floor(CARRIERS * random.next() ** 2),
        3_000_000 + Math.floor(random.next() * 20_000_000),
        random.pick(VAT_CODES),
        random.pick(BODY_CODES),
        until,
        `Город ${from}`,
        `Город ${to}`,
        from,
        to,
        1 + Math.floor(random.next() * PEOPLE),
        random.next() < 0.2 ? 'готов грузиться утром' : null,
        at,
        at,
      )
    }
  })()
  database.exec('ANALYZE')
  database.close()
  return [1, 2]
}
