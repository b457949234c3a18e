import { expect, test } from 'vitest'
import type { Reason } from '../../../../contract/carriers.ts'
import { evidenceQuery, REASON_KINDS } from '../../../../contract/evidence.ts'
import { evidenceQueryOf } from '../../../../widgets/carriers/evidence/evidence-query.ts'

const near = (kind: 'trips_near' | 'offers_near', fromId: number): Reason => ({
  kind,
  count: 2,
  lastAgeDays: 3,
  from: 'Подольск',
  to: 'Казань',
  fromId,
  toId: 551487,
  offKm: 40,
  points: 1,
})
const rest: Reason = { kind: 'near_rest', lanes: 4, trips: 2, offers: 9, points: 1 }

test('a lane nearby is asked about by its ends', () => {
  expect(evidenceQueryOf(near('offers_near', 508034), [])).toEqual({ of: 'offers_near', fromId: 508034, toId: 551487 })
})

test('the rest of the lanes nearby leaves out those with lines of their own, each once, and the server takes it', () => {
  const all = [near('trips_near', 1), near('offers_near', 1), near('offers_near', 2), near('trips_near', 3), rest]
  const query = evidenceQueryOf(rest, all)
  expect(query).toEqual({ of: 'near_rest', except: '1:551487,2:551487,3:551487' })
  expect(evidenceQuery.safeParse(query).success).toBe(true)
  expect(evidenceQueryOf(rest, [rest])).toEqual({ of: 'near_rest' })
})

test('a truck of ours is asked about by its order, any other line by its kind alone', () => {
  const truck = { orderId: 31, from: 'Казань', place: 'Подольск', offKm: 3, on: '2026-11-24', points: 5 }
  expect(evidenceQueryOf({ kind: 'soon_empty', certainty: 'planned', ...truck }, [])).toEqual({
    of: 'soon_empty',
    orderId: 31,
  })
  for (const kind of REASON_KINDS) {
    const query = evidenceQueryOf({ kind, orderId: 5, fromId: 1, toId: 2 } as unknown as Reason, [])
    expect(evidenceQuery.safeParse(query).success).toBe(true)
  }
})
