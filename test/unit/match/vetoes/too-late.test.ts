import { expect, test } from 'vitest'
import type { CarrierFacts } from '../../../../server/match/facts.ts'
import { tooLate } from '../../../../server/match/vetoes/too-late.ts'
import { carrier, kazan, moscow, needs, NOW, vehicle } from '../cast.ts'

// Loading is on 25 November; 600 km a day by road are some 508 km of a straight line.
const far = (offKm: number, on: string) => carrier({ freeAt: { place: kazan, offKm, on } })
const stood = (offKm: number, at: string) => carrier({ standsAt: { place: kazan, offKm, at } })
const stateOf = (facts: CarrierFacts, asked = needs()) => tooLate(facts, asked).state

test('a truck that comes free too far away for the loading day is refused with the day it could be there', () => {
  expect(tooLate(far(1500, '2026-11-25'), needs())).toEqual({
    state: 'vetoed',
    reasons: [
      {
        kind: 'too_late',
        place: 'Казань',
        on: '2026-11-25',
        standing: false,
        km: 1770,
        arrivesOn: '2026-11-27',
        neededBy: '2026-11-25',
      },
    ],
  })
})

test('loading dates move by a day, so a day late is no refusal', () => {
  expect(stateOf(far(0, '2026-11-26'))).toBe('passes')
  expect(stateOf(far(0, '2026-11-27'))).toBe('vetoed')
  expect(stateOf(far(600, '2026-11-25'))).toBe('passes')
  expect(stateOf(far(0, '2026-11-29'), needs({ loadToAt: '2026-11-28T10:00:00Z' }))).toBe('passes')
})

test('a truck seen across the country this morning is too late, seen there a fortnight ago it may be anywhere', () => {
  expect(stateOf(stood(6400, NOW))).toBe('vetoed')
  expect(stateOf(stood(6400, '2026-11-09T07:00:00.000Z'))).toBe('passes')
  expect(stateOf(stood(700, NOW))).toBe('passes')
})

test('of two places told of, the one that is in time is believed', () => {
  const both = carrier({
    standsAt: { place: moscow, offKm: 0, at: NOW },
    freeAt: { place: kazan, offKm: 720, on: '2026-12-04' },
  })
  expect(stateOf(both)).toBe('passes')
})

test('nobody is late without a date, without a place, or with another truck in the yard', () => {
  expect(stateOf(far(6400, '2026-11-25'), needs({ loadFromAt: null }))).toBe('not_applicable')
  expect(stateOf(carrier())).toBe('unknown')
  expect(stateOf(far(6400, 'скоро'))).toBe('unknown')
  const two = { ...far(6400, '2026-11-25'), vehicles: [vehicle({ body: 'tent' }), vehicle({ body: 'tent' })] }
  expect(stateOf(two)).toBe('unknown')
})
