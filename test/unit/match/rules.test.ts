import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchRule, RULE_ACTIONS, type MatchRule } from '../../../contract/match-rules.ts'
import { matchCarriers } from '../../../server/match/match.ts'
import { shownRows } from '../../../server/match/shown-rows.ts'
import { base, carrier, context, kazan, lane, moscow, podolsk } from './cast.ts'

const rule = (changes: Partial<MatchRule> = {}): MatchRule => ({
  key: 'rule-0000000000000001',
  action: 'boost',
  priority: 1,
  companyIds: [100],
  clientId: null,
  fromPlaceId: null,
  toPlaceId: null,
  fromRegion: null,
  toRegion: null,
  body: null,
  note: null,
  untilOn: null,
  byUserId: 7,
  at: '2026-11-01T09:00:00.000Z',
  ...changes,
})
const under = (rules: MatchRule[], clientId: number | null = 900, changes = {}) => ({
  ...context(changes),
  rules,
  clientId,
})
const everywhere = { client: false, from: null, to: null, fromRegion: null, toRegion: null, body: null }

test('a boosted carrier counts twice his evidence, a preferred one three times, and the row says why', () => {
  const plain = matchCarriers(context(), [carrier({ exact: lane({ trips: 1 }) })]).rows[0]!
  const boosted = matchCarriers(under([rule()]), [carrier({ exact: lane({ trips: 1 }) })]).rows[0]!
  expect(Math.exp(boosted.score - plain.score)).toBeCloseTo(2, 1)
  expect(boosted.reasons.find(({ kind }) => kind === 'rule')).toMatchObject({ action: 'boost', scope: everywhere })
  const preferred = matchCarriers(under([rule({ action: 'prefer' })]), [carrier({ exact: lane({ trips: 1 }) })])
    .rows[0]!
  expect(Math.exp(preferred.score - plain.score)).toBeCloseTo(3, 1)
  expect([plain.preferred, boosted.preferred, preferred.preferred]).toEqual([false, false, true])
})

test('a hidden carrier stays in sight below, with the rule as the reason', () => {
  const hidden = rule({ action: 'hide', clientId: 900, note: 'сорвал две загрузки' })
  expect(matchCarriers(under([hidden]), [carrier()]).vetoed[0]!.vetoes).toEqual([
    { kind: 'hidden_by_rule', scope: { ...everywhere, client: true }, note: 'сорвал две загрузки' },
  ])
})

test.each([
  ['for its client', { clientId: 900 }, { clientId: 901 }],
  ['for its lane', { fromPlaceId: moscow.id, toPlaceId: kazan.id }, { fromPlaceId: podolsk.id }],
  ['for its regions', { fromRegion: 'Москва', toRegion: 'Татарстан' }, { toRegion: 'Самарская область' }],
  ['for its body', { body: 'reefer' as const }, { body: 'tent' as const }],
  ['until its last day', { untilOn: '2026-11-23' }, { untilOn: '2026-11-22' }],
])('a rule holds %s and for nothing else', (_what, holds, not) => {
  const kinds = (conditions: Partial<MatchRule>) =>
    matchCarriers(under([rule(conditions)], 900, { bodies: ['reefer'] }), [carrier()]).rows[0]!.reasons.map(
      ({ kind }) => kind,
    )
  expect(kinds(holds)).toEqual(['rule'])
  expect(kinds(not)).toEqual([])
})

test('the higher priority wins; between equals hiding, then preferring, then the newest', () => {
  const vetoes = (rules: MatchRule[]) => matchCarriers(under(rules), [carrier()]).vetoed.length
  const hide = rule({ key: 'rule-of-hiding-0001', action: 'hide' })
  const prefer = rule({ key: 'rule-of-preferring', action: 'prefer' })
  expect(vetoes([hide, { ...prefer, priority: 2 }])).toBe(0)
  expect(vetoes([hide, prefer])).toBe(1)
  expect(vetoes([prefer, hide])).toBe(1)
  const newer = { ...prefer, at: '2026-11-02T09:00:00.000Z', note: 'новее' }
  const reasons = matchCarriers(under([prefer, newer]), [carrier()]).rows[0]!.reasons
  expect(reasons).toMatchObject([{ kind: 'rule', note: 'новее' }])
})

test('a load without a client meets no rule about one', () => {
  expect(matchCarriers(under([rule({ clientId: 900, action: 'hide' })], null), [carrier()]).vetoed).toEqual([])
})

test('whoever is preferred is in the list however he ranks, marked by the base or by a rule', () => {
  const others = Array.from({ length: 70 }, (_, at) => carrier({ companyId: 200 + at, exact: lane({ trips: 5 }) }))
  const marked = carrier({ companyId: 300, base: base({ preferred: true }) })
  const { rows } = matchCarriers(under([rule({ action: 'prefer' })]), [...others, marked, carrier()])
  const shown = shownRows(rows, 60).map(({ facts }) => facts.companyId)
  expect(shown).toHaveLength(62)
  expect(shown).toEqual(expect.arrayContaining([100, 300]))
})

test('whatever rules there are, each carrier is either ranked or refused, and a hidden one is never ranked', () => {
  const any = fc.record({
    action: fc.constantFrom(...RULE_ACTIONS),
    priority: fc.constantFrom(1 as const, 2 as const, 3 as const),
    companyIds: fc.array(fc.constantFrom(100, 101), { minLength: 1, maxLength: 2 }),
    clientId: fc.option(fc.constantFrom(900, 901)),
    untilOn: fc.option(fc.constantFrom('2026-11-22', '2026-11-30')),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 6 }), (changes) => {
      const rules = changes.map((one, at) => rule({ key: `rule-000000000000000${at}`, ...one }))
      for (const one of rules) expect(matchRule.safeParse(one).success).toBe(true)
      const { rows, vetoed } = matchCarriers(under(rules), [carrier(), carrier({ companyId: 101 })])
      expect(rows.length + vetoed.length).toBe(2)
      const shuffled = matchCarriers(under(rules.toReversed()), [carrier(), carrier({ companyId: 101 })])
      expect(shuffled.rows.map(({ facts }) => facts.companyId)).toEqual(rows.map(({ facts }) => facts.companyId))
    }),
    { numRuns: 60 },
  )
})
