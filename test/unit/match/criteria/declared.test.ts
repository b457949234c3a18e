import { expect, test } from 'vitest'
import { declared } from '../../../../server/match/criteria/declared.ts'
import type { DeclaredLane } from '../../../../server/match/facts.ts'
import { answerOf, carrier, kazan, moscow, needs } from '../cast.ts'

const direction = (changes: Partial<DeclaredLane> = {}): DeclaredLane => ({
  from: moscow,
  to: kazan,
  bothWays: false,
  fromOffKm: 0,
  toOffKm: 0,
  ...changes,
})

test('a declared direction over the load counts 1.6', () => {
  expect(answerOf(declared, carrier({ declared: [direction({ bothWays: true })] }), needs())).toEqual({
    state: 'judged',
    lines: [{ kind: 'declared', from: 'Москва', to: 'Казань', bothWays: true, offKm: 0, points: 1.6 }],
  })
})

test('many directions side by side count one and a half, shared among their lines', () => {
  const judgement = answerOf(declared, carrier({ declared: [direction(), direction(), direction()] }), needs())
  expect(judgement.state === 'judged' && judgement.lines.map(({ points }) => points)).toEqual([
    expect.closeTo(0.8),
    expect.closeTo(0.8),
    expect.closeTo(0.8),
  ])
})

test('a direction elsewhere is a judged zero, no direction at all is unknown', () => {
  expect(answerOf(declared, carrier({ declared: [direction({ fromOffKm: 700 })] }), needs())).toEqual({
    state: 'judged',
    lines: [],
  })
  expect(answerOf(declared, carrier(), needs())).toEqual({ state: 'unknown' })
})
