import { expect, test } from 'vitest'
import { volume } from '../../../../server/match/vetoes/volume.ts'
import { needs, vehicle } from '../cast.ts'

test('light cargo can still be too bulky', () => {
  expect(volume(vehicle({ capacityKg: 20_000, volumeM3: 82 }), needs({ weightKg: 500, volumeM3: 90 }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'volume', needsM3: 90, hasM3: 82 }],
  })
  expect(volume(vehicle({ volumeM3: 96 }), needs({ volumeM3: 90 })).state).toBe('passes')
})

test('an unknown volume is unknown, and an unstated one asks nothing', () => {
  expect(volume(vehicle(), needs({ volumeM3: 90 })).state).toBe('unknown')
  expect(volume(vehicle({ volumeM3: 1 }), needs()).state).toBe('not_applicable')
})
