import { expect, test } from 'vitest'
import { weight } from '../../../../server/match/vetoes/weight.ts'
import { needs, vehicle } from '../cast.ts'

test('a truck takes what it is built for and not a kilogram more', () => {
  expect(weight(vehicle({ capacityKg: 20_000 }), needs({ weightKg: 20_000 })).state).toBe('passes')
  expect(weight(vehicle({ capacityKg: 20_000 }), needs({ weightKg: 20_001 }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'weight', needsKg: 20_001, hasKg: 20_000 }],
  })
})

test('an unknown capacity is unknown, and an unstated or zero weight asks nothing', () => {
  expect(weight(vehicle(), needs({ weightKg: 20_000 })).state).toBe('unknown')
  expect(weight(vehicle({ capacityKg: 1 }), needs()).state).toBe('not_applicable')
  expect(weight(vehicle({ capacityKg: 1 }), needs({ weightKg: 0 })).state).toBe('not_applicable')
})

test('a declared capacity of zero is a capacity of zero', () => {
  expect(weight(vehicle({ capacityKg: 0 }), needs({ weightKg: 1 })).state).toBe('vetoed')
})
