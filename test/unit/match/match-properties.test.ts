import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { reason, vetoReason } from '../../../contract/carriers.ts'
import { BODY_CODES } from '../../../contract/codes.ts'
import type { CarrierFacts, LaneHistory } from '../../../server/match/facts.ts'
import { EVIDENCE, TERMS } from '../../../server/match/criteria/criteria.ts'
import { matchCarriers } from '../../../server/match/match.ts'
import { needsOf } from '../../../server/match/needs.ts'
import {
  anyCarrier,
  anyContext,
  bodies,
  candidates,
  coming,
  direction,
  history,
  km,
  shared,
  way,
  ways,
} from './any-carrier.ts'
import { base, carrier, context, kazan, lane, moscow, NOW, podolsk, vehicle } from './cast.ts'

test('whatever stands in the cards, every candidate is answered once, ranked by a real number or refused with a reason', () => {
  fc.assert(
    fc.property(anyContext, candidates, (asked, facts) => {
      const { rows, vetoed } = matchCarriers(asked, facts)
      expect([...rows, ...vetoed].map((row) => row.facts.companyId).toSorted()).toEqual(
        facts.map(({ companyId }) => companyId).toSorted(),
      )
      for (const row of rows) expect(row.vetoes).toEqual([])
      for (const row of vetoed) expect(row.vetoes).not.toEqual([])
      for (const { score, evidence } of [...rows, ...vetoed]) {
        expect(Number.isFinite(score)).toBe(true)
        expect(evidence).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('every reason has the shape agreed with the widget, whatever the carrier', () => {
  fc.assert(
    fc.property(anyContext, candidates, (asked, facts) => {
      const { rows, vetoed } = matchCarriers(asked, facts)
      for (const row of [...rows, ...vetoed])
        for (const line of row.reasons) expect(reason.safeParse(line).error).toBeUndefined()
    }),
  )
})

test('the lines of every criterion add up to what it judged', () => {
  fc.assert(
    fc.property(anyContext, anyCarrier, (asked, facts) => {
      const needs = needsOf(asked)
      for (const criterion of [...EVIDENCE, ...TERMS]) {
        const points = criterion.judge(facts, needs)
        const lines = criterion.explain(facts, needs)
        const sum = lines.reduce((total, line) => total + line.points, 0)
        expect(sum).toBeCloseTo(typeof points === 'string' ? 0 : points, 9)
      }
    }),
  )
})

test('every refusal of a load and vehicles with real numbers has the shape agreed with the widget', () => {
  const real = fc.option(fc.double({ min: 0, max: 1e7, noNaN: true }))
  const vehicles = fc.array(
    fc
      .record({ body: fc.option(fc.constantFrom(...BODY_CODES)), capacityKg: real, volumeM3: real, loading: ways })
      .map((changes) => vehicle(changes)),
  )
  const asked = fc.record({
    weightKg: real,
    volumeM3: real,
    bodies,
    loading: ways,
    loadingAll: fc.boolean(),
    tempToC: real,
  })
  fc.assert(
    fc.property(asked, vehicles, (changes, owned) => {
      const { vetoed } = matchCarriers(context(changes), [carrier({ vehicles: owned })])
      for (const row of vetoed) for (const veto of row.vetoes) expect(vetoReason.safeParse(veto).error).toBeUndefined()
    }),
  )
})

test('the order is total and does not depend on the order of the candidates', () => {
  fc.assert(
    fc.property(anyContext, candidates, (asked, facts) => {
      const idsOf = (list: CarrierFacts[]) => matchCarriers(asked, list).rows.map((row) => row.facts.companyId)
      expect(idsOf(facts.toReversed())).toEqual(idsOf(facts))
    }),
  )
})

test('what we learn of a carrier’s trips, offers, directions or truck never lowers his score', () => {
  const more: fc.Arbitrary<(facts: CarrierFacts) => CarrierFacts> = fc.oneof(
    fc.constant((facts: CarrierFacts) => ({ ...facts, exact: withOneMoreTrip(facts.exact ?? lane()) })),
    history.map((extra) => (facts: CarrierFacts) => ({ ...facts, near: [...facts.near, extra] })),
    fc.record({ fromOffKm: km, toOffKm: km }).map((offsets) => (facts: CarrierFacts) => ({
      ...facts,
      declared: [...facts.declared, { from: moscow, to: kazan, bothWays: false, ...offsets }],
    })),
    km.map((offKm) => (facts: CarrierFacts) => ({
      ...facts,
      standsAt: facts.standsAt ?? { place: podolsk, offKm, at: NOW },
    })),
    coming.map((truck) => (facts: CarrierFacts) => ({ ...facts, soonEmpty: [...facts.soonEmpty, truck] })),
    shared.map((truck) => (facts: CarrierFacts) => ({ ...facts, sharing: [...facts.sharing, truck] })),
    way.map((lane) => (facts: CarrierFacts) => ({ ...facts, onTheWay: [...facts.onTheWay, lane] })),
    direction.map((lane) => (facts: CarrierFacts) => ({ ...facts, outbound: [...facts.outbound, lane] })),
    fc.constant((facts: CarrierFacts) => ({ ...facts, base: base({ ...facts.base, preferred: true }) })),
  )
  const scoreOf = (facts: CarrierFacts) => {
    const { rows, vetoed } = matchCarriers(context(), [facts])
    return [...rows, ...vetoed][0]!.score
  }
  fc.assert(
    fc.property(anyCarrier, more, (facts, learn) => {
      expect(scoreOf(learn(facts))).toBeGreaterThanOrEqual(scoreOf(facts) - 1e-9)
    }),
  )
})

function withOneMoreTrip(exact: LaneHistory): LaneHistory {
  const tripsDecayed = Number.isFinite(exact.tripsDecayed) ? Math.max(0, exact.tripsDecayed) : 0
  return { ...exact, trips: exact.trips + 1, tripsDecayed: Math.min(tripsDecayed, exact.trips) + 1 }
}

test('0 kg, 10,000 t and a loading in 1970 are answered, not thrown', () => {
  const owner = carrier({ vehicles: [vehicle({ body: 'tent', capacityKg: 20_000 })], exact: lane({ trips: 1 }) })
  expect(matchCarriers(context({ weightKg: 0 }), [owner]).rows).toHaveLength(1)
  expect(matchCarriers(context({ loadFromAt: '1970-01-01T00:00:00Z' }), [owner]).rows).toHaveLength(1)
  expect(matchCarriers(context({ weightKg: 10_000_000 }), [owner]).vetoed[0]!.vetoes).toEqual([
    { kind: 'weight', needsKg: 10_000_000, hasKg: 20_000 },
  ])
  expect(matchCarriers(context({ weightKg: 10_000_000 }), [carrier()]).rows).toHaveLength(1)
  expect(matchCarriers(context(), [])).toMatchObject({ rows: [], vetoed: [] })
})
