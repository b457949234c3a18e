import { expect, test } from 'vitest'
import { noFittingVehicle } from '../../../../server/match/vetoes/no-fitting-vehicle.ts'
import { partition } from '../../../../server/match/vetoes/partition.ts'
import { carrier, needs, vehicle } from '../cast.ts'

const frozenAndChilled = needs({ tempFromC: -18, tempToC: 4 })

test('frozen and chilled goods together need a reefer with a partition', () => {
  expect(partition(vehicle({ body: 'reefer' }), frozenAndChilled)).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'partition', fromC: -18, toC: 4 }],
  })
  expect(partition(vehicle({ body: 'reefer_multi' }), frozenAndChilled).state).toBe('passes')
  expect(partition(vehicle(), frozenAndChilled).state).toBe('unknown')
})

test('one temperature, a frozen range and "anything but frost" need no partition', () => {
  for (const [tempFromC, tempToC] of [
    [2, 6],
    [-20, -18],
    [-25, 25],
    [5, 25],
    [null, -18],
  ])
    expect(partition(vehicle({ body: 'reefer' }), needs({ tempFromC, tempToC })).state).toBe('not_applicable')
})

test('a tilt is refused for the cold once, not for the partition as well', () => {
  expect(noFittingVehicle(carrier({ vehicles: [vehicle({ body: 'tent' })] }), frozenAndChilled)).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'temperature', fromC: -18, toC: 4 }],
  })
})
