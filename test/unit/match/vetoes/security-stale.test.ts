import { expect, test } from 'vitest'
import { needsOf } from '../../../../server/match/needs.ts'
import type { SecurityRule } from '../../../../server/match/security.ts'
import { securityStale } from '../../../../server/match/vetoes/security-stale.ts'
import { warningsOf } from '../../../../server/match/warnings.ts'
import { base, carrier, context } from '../cast.ts'

const under = (security: SecurityRule) => needsOf({ ...context(), security })
const veto = under({ validDays: 90, stale: 'veto' })
const warn = under({ validDays: 90, stale: 'warn' })
const checkedOn = (securityOn: string | null) => carrier({ base: base({ securityOn }) })
const old = checkedOn('2026-03-12')
const stale = { kind: 'security_stale', on: '2026-03-12', days: 90 }

test('a check older than the portal’s limit refuses or warns, as the portal has chosen', () => {
  expect(securityStale(old, veto)).toEqual({ state: 'vetoed', reasons: [stale] })
  expect(warningsOf(old, veto)).toEqual([])
  expect(securityStale(old, warn).state).toBe('not_applicable')
  expect(warningsOf(old, warn)).toEqual([stale])
})

test('a check is good on its last day', () => {
  expect(securityStale(checkedOn('2026-08-25'), veto).state).toBe('passes')
  expect(securityStale(checkedOn('2026-08-24'), veto).state).toBe('vetoed')
})

test('a check without a day, or none at all, is not an old one', () => {
  expect(securityStale(checkedOn(null), veto).state).toBe('unknown')
  expect(securityStale(carrier({ base: null }), veto).state).toBe('unknown')
  expect(warningsOf(carrier({ base: base({ security: 'unknown', securityOn: '2020-01-01' }) }), warn)).toEqual([])
})

test('a portal may let checks be good for ever', () => {
  expect(securityStale(checkedOn('2011-01-01'), under({ validDays: null, stale: 'veto' })).state).toBe('passes')
})
