import { expect, test } from 'vitest'
import { exactOffers } from '../../../../server/match/criteria/exact-offers.ts'
import { exactTrips } from '../../../../server/match/criteria/exact-trips.ts'
import { nearOffers } from '../../../../server/match/criteria/near-offers.ts'
import { nearTrips } from '../../../../server/match/criteria/near-trips.ts'
import { region } from '../../../../server/match/criteria/region.ts'
import { answerOf, carrier, lane, needs, podolsk } from '../cast.ts'

test('three trips on the very lane, the last 12 days ago, count three times their decayed number', () => {
  const exact = lane({ trips: 3, tripsDecayed: 2.5, lastTripMs: Date.parse('2026-11-11T05:00:00Z') })
  expect(answerOf(exactTrips, carrier({ exact }), needs())).toEqual({
    state: 'judged',
    lines: [{ kind: 'trips_exact', count: 3, lastAgeDays: 12, from: 'Москва', to: 'Казань', points: 7.5 }],
  })
})

test('offers on the very lane count once each, taken or not', () => {
  const exact = lane({ offers: 4, offersDecayed: 2, lastOfferMs: Date.parse('2026-11-20T05:00:00Z') })
  expect(answerOf(exactOffers, carrier({ exact }), needs())).toEqual({
    state: 'judged',
    lines: [{ kind: 'offers_exact', count: 4, lastAgeDays: 3, from: 'Москва', to: 'Казань', points: 2 }],
  })
})

test('a lane without trips is a judged zero: no line, and not unknown', () => {
  expect(answerOf(exactTrips, carrier({ exact: lane({ offers: 1 }) }), needs())).toEqual({ state: 'judged', lines: [] })
  expect(answerOf(exactOffers, carrier(), needs())).toEqual({ state: 'judged', lines: [] })
})

test('a lane 40 km aside counts 0.7/e of the same trips on the lane itself, with its own line', () => {
  const near = [lane({ from: podolsk, fromOffKm: 30, toOffKm: 10, trips: 2, offers: 1 })]
  const k = 0.7 * Math.exp(-1)
  expect(answerOf(nearTrips, carrier({ near }), needs())).toMatchObject({
    lines: [{ kind: 'trips_near', count: 2, from: 'Подольск', to: 'Казань', offKm: 40, points: k * 6 }],
  })
  expect(answerOf(nearOffers, carrier({ near }), needs())).toMatchObject({
    lines: [{ kind: 'offers_near', count: 1, points: k }],
  })
})

test('an end further than 150 km away makes a lane not near', () => {
  const near = [lane({ fromOffKm: 151, toOffKm: 0, trips: 9 }), lane({ fromOffKm: 0, toOffKm: 200, trips: 9 })]
  expect(answerOf(nearTrips, carrier({ near }), needs())).toEqual({ state: 'judged', lines: [] })
})

test('the same pair of regions is a weak hint: a twentieth of trips and offers', () => {
  const facts = carrier({
    region: {
      fromRegion: 'Москва',
      toRegion: 'Татарстан',
      tripsDecayed: 4,
      trips: 6,
      offersDecayed: 8,
      offers: 10,
    },
  })
  expect(answerOf(region, facts, needs())).toMatchObject({
    lines: [{ kind: 'region', trips: 6, offers: 10, points: 1 }],
  })
})

test('trips dated in the future by mistake never count for more than their number', () => {
  const exact = lane({ trips: 2, tripsDecayed: 1e9, lastTripMs: Date.parse('2999-01-01T00:00:00Z') })
  expect(answerOf(exactTrips, carrier({ exact }), needs())).toMatchObject({ lines: [{ points: 6, lastAgeDays: 0 }] })
})

test('where the date of the last trip is lost, the age is the one the decayed sum speaks of', () => {
  const exact = lane({ trips: 1, tripsDecayed: Math.exp(-0.5), lastTripMs: null })
  expect(answerOf(exactTrips, carrier({ exact }), needs())).toMatchObject({ lines: [{ lastAgeDays: 120 }] })
})
