import { expect, test } from 'vitest'
import { excludedByClient } from '../../../../server/match/vetoes/excluded-by-client.ts'
import { noContact } from '../../../../server/match/vetoes/no-contact.ts'
import { optedOut } from '../../../../server/match/vetoes/opted-out.ts'
import { securityFailed } from '../../../../server/match/vetoes/security-failed.ts'
import { stopList } from '../../../../server/match/vetoes/stop-list.ts'
import { base, carrier, needs } from '../cast.ts'

const unknown = carrier({ base: null })

test('a carrier on the stop list or marked "do not use" is refused with what was written about him', () => {
  expect(stopList(carrier({ base: base({ state: 'stop' }) }), needs())).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'stop_list', why: null }],
  })
  const marked = carrier({ base: base({ doNotUse: true, doNotUseReason: 'сорвал загрузку' }) })
  expect(stopList(marked, needs())).toMatchObject({ reasons: [{ kind: 'stop_list', why: 'сорвал загрузку' }] })
  expect(stopList(carrier(), needs()).state).toBe('passes')
  expect(stopList(unknown, needs()).state).toBe('unknown')
})

test('a failed security check refuses, a check not made yet does not', () => {
  expect(securityFailed(carrier({ base: base({ security: 'failed' }) }), needs())).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'security_failed' }],
  })
  expect(securityFailed(carrier({ base: base({ security: 'unknown' }) }), needs()).state).toBe('unknown')
  expect(securityFailed(carrier(), needs()).state).toBe('passes')
  expect(securityFailed(unknown, needs()).state).toBe('unknown')
})

test('a carrier the client has excluded is refused for this load only', () => {
  expect(excludedByClient(carrier({ companyId: 5 }), needs({ excludedCompanyIds: [5, 6] }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'excluded_by_client' }],
  })
  expect(excludedByClient(carrier({ companyId: 7 }), needs({ excludedCompanyIds: [5, 6] })).state).toBe('passes')
  expect(excludedByClient(carrier(), needs()).state).toBe('not_applicable')
})

test('a carrier without any contact cannot be asked', () => {
  expect(noContact(carrier({ hasContact: false }), needs())).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'no_contact' }],
  })
  expect(noContact(carrier(), needs()).state).toBe('passes')
})

test('a carrier who opted out is not offered anything', () => {
  expect(optedOut(carrier({ base: base({ optedOutOn: '2026-10-01' }) }), needs())).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'opted_out' }],
  })
  expect(optedOut(carrier(), needs()).state).toBe('passes')
  expect(optedOut(unknown, needs()).state).toBe('unknown')
})
