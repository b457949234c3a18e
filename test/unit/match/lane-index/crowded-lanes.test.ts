import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BodyCode } from '../../../../contract/codes.ts'
import { TopByEvidence } from '../../../../server/match/lane-index/lane-queries.ts'
import { NOW } from '../cast.ts'
import { apply, differences, type Change } from './index-changes.ts'
import { indexOf, type Portal, type Row } from './portal-history.ts'

const MOSCOW = 524901
const PODOLSK = 508101
const KAZAN = 551487
const ZELENODOLSK = 500000
const CHELNY = 523750

const companyId = fc.integer({ min: 1, max: 8 })
const fromPlaceId = fc.constantFrom(MOSCOW, PODOLSK)
/** Chelny is not near Kazan, but lies in its region. */
const toPlaceId = fc.constantFrom(KAZAN, ZELENODOLSK, CHELNY)
/** Nothing is dated ahead: only then are the lists of crowded lanes used. */
const at = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date(NOW), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString())
const kind = fc.constantFrom('trip' as const, 'offer' as const)
const row: fc.Arbitrary<Row> = fc.record({ kind, companyId, fromPlaceId, toPlaceId, at })
/** From Kazan to Moscow as often as the other way: of such only those declared both ways count. */
const direction = fc.oneof(
  fc.record({ companyId, fromPlaceId, toPlaceId, bothWays: fc.boolean() }),
  fc.record({ companyId, fromPlaceId: toPlaceId, toPlaceId: fromPlaceId, bothWays: fc.boolean() }),
)
const BODIES: BodyCode[][] = [[], ['tent'], ['reefer'], ['tent', 'reefer'], ['other']]
const bodies = fc.constantFrom(...BODIES)

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ change: fc.constant('add' as const), row }) },
  { weight: 2, arbitrary: fc.record({ change: fc.constant('remove' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ change: fc.constant('move' as const), at: fc.nat(), row }) },
  {
    weight: 3,
    arbitrary: fc.record({
      change: fc.constant('declare' as const),
      companyId,
      directions: fc.array(direction, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ change: fc.constant('bodies' as const), companyId, bodies }) },
  { weight: 1, arbitrary: fc.constant({ change: 'rebuild' as const }) },
)

/** How many are asked for; the lane is always the same. */
const limit = fc.integer({ min: 1, max: 6 })
const portal: fc.Arbitrary<Portal> = fc.record({
  rows: fc.array(row, { minLength: 5, maxLength: 40 }),
  directions: fc.array(direction, { maxLength: 6 }),
  bodies: fc.array(fc.tuple(companyId, bodies), { maxLength: 4 }).map((entries) => new Map(entries)),
})

/** Every lane is crowded. */
const keeping = fc.record({
  cells: fc.constant(0),
  listed: fc.integer({ min: 1, max: 8 }),
  ofBody: fc.integer({ min: 1, max: 4 }),
})

test('a crowded lane asked again and again is answered as if it were added up anew, whatever came between', () => {
  const steps = fc.array(fc.oneof(change, fc.record({ limit, bodies })), { maxLength: 25 })
  fc.assert(
    fc.property(portal, keeping, steps, (start, kept, taken) => {
      const lane = { fromPlaceId: MOSCOW, toPlaceId: KAZAN }
      const first: Row = { ...lane, kind: 'trip', companyId: 1, at: '2026-03-01T00:00:00.000Z' }
      const held: Portal = { ...start, rows: [first, ...start.rows], bodies: new Map(start.bodies) }
      let index = indexOf(held)
      let top = new TopByEvidence(index, kept)
      expect(top.bytes).toBeGreaterThan(0)
      for (const step of [...taken, { limit: 3, bodies: [] }]) {
        if ('change' in step) {
          index = apply(step, held, index)
          if (step.change === 'rebuild') top = new TopByEvidence(index, kept)
          continue
        }
        expect(differences(top, held, { ...lane, nowMs: Date.parse(NOW), ...step })).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})

test('as time passes a crowded lane is answered by what its history is worth then', () => {
  fc.assert(
    fc.property(portal, fc.integer({ min: 0, max: 900 }), limit, bodies, (held, days, wanted, asked) => {
      const top = new TopByEvidence(indexOf(held), { cells: 0, listed: 4, ofBody: 2 })
      const nowMs = Date.parse(NOW) + days * 86_400_000
      const asking = { fromPlaceId: MOSCOW, toPlaceId: KAZAN, nowMs, limit: wanted, bodies: asked }
      expect(differences(top, held, asking)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('what is dated ahead weighs no more on a crowded lane than what is of today', () => {
  const lane = { fromPlaceId: MOSCOW, toPlaceId: KAZAN }
  const held: Portal = {
    rows: [
      { ...lane, kind: 'trip', companyId: 1, at: '2027-06-01T00:00:00.000Z' },
      { ...lane, kind: 'trip', companyId: 2, at: NOW },
      { ...lane, kind: 'trip', companyId: 2, at: NOW },
    ],
    directions: [],
    bodies: new Map(),
  }
  const top = new TopByEvidence(indexOf(held), { cells: 0, listed: 10, ofBody: 2 })
  const asking = { ...lane, nowMs: Date.parse(NOW), limit: 1, bodies: [] }
  expect(differences(top, held, asking)).toEqual([])
  expect(top.ask({ ...asking, needed: 0 }).map(({ companyId }) => companyId)).toEqual([2])
})

test('who takes back all it declared on a crowded lane, and has done nothing there, is given no more', () => {
  const lane = { fromPlaceId: MOSCOW, toPlaceId: KAZAN }
  const held: Portal = {
    rows: [{ ...lane, kind: 'trip', companyId: 1, at: NOW }],
    // Several, so that added up in another order their sum may be rounded otherwise.
    directions: [KAZAN, ZELENODOLSK].flatMap((toPlaceId) =>
      [MOSCOW, PODOLSK].map((fromPlaceId) => ({ companyId: 2, fromPlaceId, toPlaceId, bothWays: false })),
    ),
    bodies: new Map(),
  }
  const index = indexOf(held)
  const top = new TopByEvidence(index, { cells: 0, listed: 10, ofBody: 2 })
  const asking = { ...lane, nowMs: Date.parse(NOW), limit: 5, bodies: [] }
  expect(differences(top, held, asking)).toEqual([])
  apply({ change: 'declare', companyId: 2, directions: [] }, held, index)
  expect(differences(top, held, asking)).toEqual([])
})

test('more changes than are written down do not leave a crowded lane behind', () => {
  const lane = { fromPlaceId: MOSCOW, toPlaceId: KAZAN }
  const rows: Row[] = [1, 2, 3, 4, 5, 6].map((one) => ({ ...lane, kind: 'trip', companyId: one, at: NOW }))
  const held: Portal = { rows, directions: [], bodies: new Map() }
  const index = indexOf(held)
  const top = new TopByEvidence(index, { cells: 0, listed: 10, ofBody: 2 })
  const asking = { ...lane, nowMs: Date.parse(NOW), limit: 5, bodies: [] }
  const wrong: string[] = []
  // Only ever more, so that nothing else makes it be summed up anew, and asked before so many changes that it would be.
  for (let count = 0; count < 4_500; count++) {
    apply({ change: 'add', row: { ...rows[count % 6]!, kind: 'offer' } }, held, index)
    wrong.push(...(count % 150 === 0 ? differences(top, held, asking) : []))
  }
  expect([...wrong, ...differences(top, held, asking)]).toEqual([])
})
