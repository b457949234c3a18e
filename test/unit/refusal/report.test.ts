import { expect, test } from 'vitest'
import { reportLine, reportLines, type ReportFact } from '../../../server/refusal/report.ts'

const fact = (change: Partial<ReportFact>): ReportFact => ({
  state: 'approved',
  policy: 'approve',
  reason: 'no_truck',
  clientId: 900,
  managerId: 4,
  lane: '1 2',
  sumMinor: 9_000_000,
  bestShare: null,
  askedAt: '2026-11-25T09:00:00.000Z',
  decidedAt: '2026-11-25T11:00:00.000Z',
  cardSemantics: 'F',
  ...change,
})
const line = (facts: ReportFact[], closeShare = 0.05) => reportLine('total', 'всё', facts, closeShare)

test('only what was lost counts as lost; what nobody decided is asked', () => {
  const states = ['approved', 'recorded', 'returned', 'handed_over', 'withdrawn', 'expired', 'waiting'] as const
  const all = states.map((state) => fact({ state }))
  expect(line(all)).toMatchObject({ asked: 7, lost: 2, lostMinor: 18_000_000, recorded: 1, returned: 2 })
})

test('what was returned and later won is told apart from what was returned and lost', () => {
  const back = [
    fact({ state: 'returned', cardSemantics: 'S' }),
    fact({ state: 'handed_over', cardSemantics: 'S' }),
    fact({ state: 'returned', cardSemantics: 'F' }),
    fact({ state: 'returned', cardSemantics: 'P' }),
  ]
  expect(line(back)).toMatchObject({ returned: 4, returnedWon: 2 })
})

test('an offer within the share that is set could have been a sale, a dearer or unknown one not', () => {
  const lost = [0.9, 1, 1.05, 1.06, null].map((bestShare) => fact({ bestShare }))
  expect(line(lost)).toMatchObject({ couldHaveBeen: 3, couldHaveBeenMinor: 27_000_000 })
  expect(line(lost, 0)).toMatchObject({ couldHaveBeen: 2 })
  expect(line([fact({ bestShare: 1, state: 'returned' })])).toMatchObject({ couldHaveBeen: 0 })
})

test('a manager who says the same of the same client again is seen', () => {
  const facts = [fact({}), fact({}), fact({ reason: 'silent' }), fact({ managerId: 5 }), fact({ clientId: null })]
  expect(line(facts).repeats).toBe(1)
})

test('time to decide is the median of what somebody had to decide; what needed nobody does not shorten it', () => {
  const hours = (end: string, change: Partial<ReportFact> = {}) => fact({ decidedAt: end, ...change })
  const facts = [
    hours('2026-11-25T10:00:00.000Z'),
    hours('2026-11-25T13:00:00.000Z'),
    hours('2026-11-25T09:00:00.000Z', { policy: 'record', state: 'recorded' }),
    fact({ decidedAt: null, state: 'waiting' }),
  ]
  expect(line(facts).medianHours).toBe(2.5)
  expect(line([fact({ decidedAt: null, state: 'waiting' })]).medianHours).toBeNull()
})

test('lines stand by what was lost, and what has no key is left out', () => {
  const facts = [fact({ managerId: 4 }), fact({ managerId: 5, sumMinor: 20_000_000 }), fact({ managerId: null })]
  const lines = reportLines(
    facts,
    ({ managerId }) => (managerId === null ? null : String(managerId)),
    (id) => `№ ${id}`,
    0.05,
  )
  expect(lines.map(({ name, lostMinor }) => [name, lostMinor])).toEqual([
    ['№ 5', 20_000_000],
    ['№ 4', 9_000_000],
  ])
})
