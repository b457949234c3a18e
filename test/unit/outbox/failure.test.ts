import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError, NotAllowedError, PortalError } from '../../../server/errors.ts'
import { backoffMs } from '../../../server/outbox/backoff.ts'
import { failureOf } from '../../../server/outbox/failure.ts'

const answer = (code: string, status: number) => failureOf(new PortalError('m', code, status, { retryable: false }))

test('no answer, and an answer of somebody on the way, leave open whether the write was carried out', () => {
  for (const [code, status] of [
    ['', 0],
    ['', 502],
    ['', 504],
    ['INTERNAL_SERVER_ERROR', 500],
    ['', 503],
  ] as const)
    expect(answer(code, status)).toEqual({ kind: 'lost', reason: 'portal_unreachable' })
})

test('a portal at its limit has surely done nothing', () => {
  expect(answer('QUERY_LIMIT_EXCEEDED', 503)).toEqual({ kind: 'later', reason: 'portal_limit' })
  expect(answer('OPERATION_TIME_LIMIT', 429)).toEqual({ kind: 'later', reason: 'portal_limit' })
})

test('every refusal has a reason a person can read', () => {
  expect(answer('ACCESS_DENIED', 400).reason).toBe('no_right')
  expect(answer('OWNER_NOT_FOUND', 400).reason).toBe('item_gone')
  expect(answer('CRM_FIELD_ERROR_REQUIRED', 400).reason).toBe('field_missing')
  expect(answer('CRM_FIELD_ERROR_VALUE_NOT_VALID', 400).reason).toBe('field_rejected')
  expect(failureOf(new InvalidInputError('no such element')).reason).toBe('field_rejected')
  expect(failureOf(new NotAllowedError('session_expired', ''))).toEqual({ kind: 'later', reason: 'user_signed_out' })
  expect(answer('SOMETHING_NEW', 400)).toEqual({ kind: 'broken', reason: 'unexpected' })
})

test('pauses grow, stay within ten minutes and a quarter, and are never the same for all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, dice) => {
      const pause = backoffMs(attempts, () => dice)
      expect(pause).toBeGreaterThanOrEqual(2_250)
      expect(pause).toBeLessThanOrEqual(750_000)
      expect(backoffMs(attempts + 1, () => dice)).toBeGreaterThanOrEqual(pause)
    }),
  )
})
