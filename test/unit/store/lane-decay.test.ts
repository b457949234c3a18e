import { expect, test } from 'vitest'
import { decayAt, weightAt } from '../../../server/match/decay.ts'
import { laneWeight } from '../../../server/store/lane-decay.ts'

test('what the store adds up and what the matcher reads decay from one epoch at one speed', () => {
  for (const at of ['2019-06-01T00:00:00.000Z', '2024-02-29T12:00:00.000Z', '2026-11-23T09:00:00.000Z', 'no date'])
    expect(laneWeight(at)).toBeCloseTo(weightAt(at), 9)
  expect(laneWeight('2026-11-23T09:00:00.000Z') * decayAt(Date.parse('2026-11-23T09:00:00.000Z'))).toBeCloseTo(1, 9)
})
