import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BODY_CODES } from '../../../../contract/codes.ts'
import { historiesOn } from '../../../../server/match/lane-index/histories.ts'
import { TopByEvidence } from '../../../../server/match/lane-index/lane-queries.ts'
import { NOW } from '../cast.ts'
import { apply, differences, type Change } from './index-changes.ts'
import { naiveFacts } from './naive-facts.ts'
import { indexOf, laneRow, PLACE_IDS, type Portal, type Row } from './portal-history.ts'

const COMPANIES = [1, 100, 70_000, 2_000_000_000, 4_000_000_000]
const company = fc.constantFrom(...COMPANIES)
const place = fc.constantFrom(...PLACE_IDS)
/** Some are dated ahead, as typed dates are. */
const moment = fc
  .date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2027-03-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString())

const row: fc.Arbitrary<Row> = fc.record({
  kind: fc.constantFrom('trip' as const, 'offer' as const),
  companyId: company,
  fromPlaceId: place,
  toPlaceId: place,
  at: moment,
})
const direction = fc.record({ companyId: company, fromPlaceId: place, toPlaceId: place, bothWays: fc.boolean() })
const bodies = fc.subarray(BODY_CODES, { maxLength: 3 })
const portal: fc.Arbitrary<Portal> = fc.record({
  rows: fc.array(row, { maxLength: 30 }),
  directions: fc.array(direction, { maxLength: 8 }),
  bodies: fc.array(fc.tuple(company, bodies), { maxLength: 4 }).map((entries) => new Map(entries)),
})

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ change: fc.constant('add' as const), row }) },
  { weight: 2, arbitrary: fc.record({ change: fc.constant('remove' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ change: fc.constant('move' as const), at: fc.nat(), row }) },
  fc.record({
    change: fc.constant('declare' as const),
    companyId: company,
    directions: fc.array(direction, { maxLength: 4 }),
  }),
  fc.record({ change: fc.constant('bodies' as const), companyId: company, bodies }),
  fc.record({ change: fc.constant('rebuild' as const) }),
)

const NOTHING = { trips: 0, tripsDecayed: 0, offers: 0, offersDecayed: 0 }

test('after any changes the index knows what a fresh count of all rows knows', () => {
  fc.assert(
    fc.property(portal, fc.array(change, { maxLength: 25 }), place, place, (start, changes, fromPlaceId, toPlaceId) => {
      const held: Portal = { ...start, rows: [...start.rows], bodies: new Map(start.bodies) }
      let index = indexOf(held)
      for (const one of changes) index = apply(one, held, index)
      const question = { fromPlaceId, toPlaceId, nowMs: Date.parse(NOW) }
      const expected = naiveFacts(held, question)
      const got = new Map(historiesOn(index, question).map((history) => [history.companyId, history]))
      expect([...got.keys()].toSorted()).toEqual([...expected.keys()].toSorted())
      for (const [companyId, facts] of expected) {
        const history = got.get(companyId)!
        expect(history.exact === null).toBe(facts.exact === null)
        const lanes = [history.exact, ...history.near].filter((lane) => lane !== null)
        const known = [facts.exact, ...facts.near].filter((lane) => lane !== null)
        expect(lanes.length).toBe(known.length)
        for (const lane of lanes) {
          const same = known.find(({ from, to }) => from.id === lane.fromPlaceId && to.id === lane.toPlaceId)!
          expect(lane).toMatchObject({ trips: same.trips, offers: same.offers })
          expect(lane.lastTripMs).toBe(same.lastTripMs)
          expect(lane.lastOfferMs).toBe(same.lastOfferMs)
          expect(lane.tripsDecayed).toBeCloseTo(same.tripsDecayed, 8)
          expect(lane.offersDecayed).toBeCloseTo(same.offersDecayed, 8)
          expect(lane.fromOffKm + lane.toOffKm).toBeCloseTo(same.fromOffKm + same.toOffKm, 8)
        }
        expect(history.region === null).toBe(facts.region === null)
        const [region, fresh] = [history.region ?? NOTHING, facts.region ?? NOTHING]
        expect(region).toMatchObject({ trips: fresh.trips, offers: fresh.offers })
        expect(region.tripsDecayed).toBeCloseTo(fresh.tripsDecayed, 7)
        expect(region.offersDecayed).toBeCloseTo(fresh.offersDecayed, 7)
        expect(history.declared.map(({ fromPlaceId: from, toPlaceId: to }) => `${from} ${to}`).toSorted()).toEqual(
          facts.declared.map(({ from, to }) => `${from.id} ${to.id}`).toSorted(),
        )
      }
    }),
    { numRuns: 300 },
  )
})

/** All lanes of a portal are kept summed up, with fewer companies than there are or with all; or none is. */
const keeping = fc.constantFrom(
  { cells: 0, listed: 1, ofBody: 2 },
  { cells: 0, listed: 3, ofBody: 1 },
  { cells: 0, listed: 100, ofBody: 4 },
  { cells: 1_000, listed: 100, ofBody: 4 },
)

test('the first by the index are the first by the matcher’s own criteria, whatever body is asked for', () => {
  const request = fc.subarray(BODY_CODES, { maxLength: 2 })
  const asked = fc.record({ place, end: place, bodies: request, limit: fc.integer({ min: 1, max: 6 }) })
  fc.assert(
    fc.property(
      portal,
      keeping,
      fc.array(fc.oneof({ weight: 3, arbitrary: change }, asked), { maxLength: 20 }),
      asked,
      (start, kept, steps, last) => {
        const held: Portal = { ...start, rows: [...start.rows], bodies: new Map(start.bodies) }
        let index = indexOf(held)
        let top = new TopByEvidence(index, kept)
        // Asked between the changes, too: what an earlier question left behind must not show in a later one.
        for (const step of [...steps, last]) {
          if ('change' in step) {
            index = apply(step, held, index)
            if (step.change === 'rebuild') top = new TopByEvidence(index, kept)
            continue
          }
          const asking = { fromPlaceId: step.place, toPlaceId: step.end, nowMs: Date.parse(NOW), ...step }
          expect(differences(top, held, asking)).toEqual([])
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('only the companies asked for are read', () => {
  const held: Portal = {
    rows: COMPANIES.map((companyId) => ({
      kind: 'trip',
      companyId,
      fromPlaceId: 524901,
      toPlaceId: 551487,
      at: '2026-10-01T00:00:00.000Z',
    })),
    directions: [],
    bodies: new Map(),
  }
  const question = { fromPlaceId: 524901, toPlaceId: 551487, nowMs: Date.parse(NOW) }
  const found = historiesOn(indexOf(held), question, new Set([100, 4_000_000_000, 5]))
  expect(found.map(({ companyId }) => companyId).toSorted()).toEqual([100, 4_000_000_000])
})

test('a thousand changes of one row leave the index as large as one', () => {
  const index = indexOf({ rows: [], directions: [], bodies: new Map() })
  const one = { kind: 'offer', companyId: 1, fromPlaceId: 524901, toPlaceId: 551487, at: NOW } as const
  for (let count = 0; count < 1_000; count++) index.put(laneRow(one, count % 2 ? [] : [one]))
  expect(index.overlaid).toBe(2)
  expect(historiesOn(index, { fromPlaceId: 524901, toPlaceId: 551487, nowMs: Date.parse(NOW) })).toEqual([])
})
