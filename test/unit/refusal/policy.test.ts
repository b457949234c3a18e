import { expect, test } from 'vitest'
import { REFUSAL_REASONS } from '../../../contract/refusal-reasons.ts'
import { policyOf, USUAL_POLICIES, type PolicySettings } from '../../../server/refusal/policy.ts'

const settings: PolicySettings = { policies: {}, escalateFromMinor: 50_000_000, escalatePermanent: true }
const request = { cardKind: 'request', sumMinor: 10_000_000, permanentClient: false } as const

test.each(REFUSAL_REASONS)('an ordinary request lost for «%s» goes by the usual policy', (reason) => {
  expect(policyOf(reason, request, settings)).toBe(USUAL_POLICIES[reason])
})

test('where the client turned away it is written down; where we do, somebody has to agree', () => {
  const byPolicy = (policy: string) => REFUSAL_REASONS.filter((reason) => USUAL_POLICIES[reason] === policy)
  expect(byPolicy('record')).toEqual([
    'client_declined',
    'competitor',
    'silent',
    'postponed',
    'duplicate',
    'spam',
    'carrier_call',
  ])
  expect(byPolicy('approve')).toEqual(['rate', 'no_truck', 'dates', 'cargo', 'debtor', 'other'])
})

test('from the sum that is set, and for permanent clients, the director decides', () => {
  expect(policyOf('no_truck', { ...request, sumMinor: 49_999_999 }, settings)).toBe('approve')
  expect(policyOf('no_truck', { ...request, sumMinor: 50_000_000 }, settings)).toBe('escalate')
  expect(policyOf('no_truck', { ...request, permanentClient: true }, settings)).toBe('escalate')
  expect(policyOf('no_truck', { ...request, permanentClient: true }, { ...settings, escalatePermanent: false })).toBe(
    'approve',
  )
  expect(policyOf('rate', { ...request, sumMinor: 90_000_000 }, { ...settings, escalateFromMinor: null })).toBe(
    'approve',
  )
})

test('a client’s own no is not escalated, however large', () => {
  const large = { ...request, sumMinor: 900_000_000, permanentClient: true }
  expect(policyOf('client_declined', large, settings)).toBe('record')
})

test('spam and calls of carriers ask nothing of a lead, but a request never goes without a word', () => {
  const lead = { ...request, cardKind: 'lead' } as const
  expect(policyOf('spam', lead, settings)).toBe('exempt')
  expect(policyOf('carrier_call', lead, settings)).toBe('exempt')
  expect(policyOf('spam', request, settings)).toBe('record')
  expect(policyOf('spam', request, { ...settings, policies: { spam: 'exempt' } })).toBe('record')
})

test('a portal may set any reason otherwise', () => {
  expect(policyOf('silent', request, { ...settings, policies: { silent: 'approve' } })).toBe('approve')
  expect(policyOf('dates', request, { ...settings, policies: { dates: 'record' } })).toBe('record')
  expect(policyOf('debtor', request, { ...settings, policies: { debtor: 'escalate' } })).toBe('escalate')
})
