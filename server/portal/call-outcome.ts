import { AjaxError, type AjaxResult } from '@bitrix24/b24jssdk'
import { NotAllowedError, PortalError } from '../errors.ts'
import type { CallAnswer } from './portal-client.ts'

/** How long a call took of the portal's execution allowance. */
export interface CallTime {
  operating?: unknown
  operating_reset_at?: unknown
}

export interface ReadAnswer extends CallAnswer {
  time?: CallTime
}

interface Envelope {
  result?: unknown
  total?: unknown
  next?: unknown
  time?: CallTime
}

/** What the portal answered, or the error it amounts to. An answer that is not the portal's envelope proves nothing. */
export function readAnswer(method: string, answer: AjaxResult): ReadAnswer {
  if (!answer.isSuccess) throw portalError(method, [...answer.getErrors()][0])
  // The SDK keeps `total` and `next` to itself and cannot tell a missing total from zero.
  const envelope = (answer as unknown as { _data?: Envelope })._data
  if (typeof envelope !== 'object' || envelope === null || !('result' in envelope))
    throw new PortalError(method, 'UNREADABLE_ANSWER', 0, { retryable: true })
  return {
    result: envelope.result,
    ...(numberOf(envelope.total) === null ? {} : { total: numberOf(envelope.total)! }),
    ...(numberOf(envelope.next) === null ? {} : { next: numberOf(envelope.next)! }),
    time: envelope.time,
  }
}

export function numberOf(value: unknown): number | null {
  if (value === null || value === undefined || value === '' || typeof value === 'object') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

const LOST_ANSWERS = new Set(['REQUEST_TIMEOUT', 'NETWORK_ERROR'])
const SIGNED_OUT = new Set(['expired_token', 'invalid_token', 'NO_AUTH_FOUND'])

/**
 * One of our errors for whatever the SDK threw. Neither texts nor the SDK's own error are kept: they hold the request,
 * and with it tokens and personal data.
 */
export function portalError(method: string, thrown: unknown): Error {
  if (thrown instanceof NotAllowedError || thrown instanceof PortalError) return thrown
  const original = thrown instanceof AjaxError ? thrown.originalError : undefined
  if (original instanceof NotAllowedError || original instanceof PortalError) return original
  if (!(thrown instanceof AjaxError)) return new PortalError(method, 'UNEXPECTED', 0, { retryable: false })
  const code = String(thrown.code ?? '')
  const status = LOST_ANSWERS.has(code) ? 0 : Number(thrown.status) || 0
  if (status === 401 && SIGNED_OUT.has(code))
    return new NotAllowedError('session_expired', 'The portal no longer accepts this sign-in')
  const retryable = status === 0 || status === 408 || status === 429 || status >= 500
  return new PortalError(method, code, status, { retryable })
}

/** The portal did not even look at the call: its bucket is full. Repeating is safe, also for a write. */
export function isRateRefusal(error: unknown): boolean {
  return error instanceof PortalError && error.code === 'QUERY_LIMIT_EXCEEDED'
}

/** The method has used up its execution time; other methods go on. */
export function isOperatingRefusal(error: unknown): boolean {
  return error instanceof PortalError && (error.code === 'OPERATION_TIME_LIMIT' || error.status === 429)
}
