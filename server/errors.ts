import type { Problem, ProblemCode } from '../contract/problem.ts'

/** Somebody sent something we cannot use; says which inputs were wrong. Becomes a 400. */
export class InvalidInputError extends Error {
  override name = 'InvalidInputError'
  readonly fields: { path: string; message: string }[]

  constructor(message: string, fields: { path: string; message: string }[] = []) {
    super(message)
    this.fields = fields
  }
}

/** The asker is not known to us, or is known and may not do this. Becomes a 401 or a 403. */
export class NotAllowedError extends Error {
  override name = 'NotAllowedError'
  readonly code: 'not_signed_in' | 'session_expired' | 'no_right' | 'portal_unknown' | 'not_installed'

  constructor(code: NotAllowedError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** What was asked for does not exist, or not any more. Becomes a 404 (or 409 for a closed load). */
export class NotFoundError extends Error {
  override name = 'NotFoundError'
  readonly code: 'not_found' | 'load_closed' | 'place_unknown' | 'nobody_to_ask'

  constructor(message: string, code: NotFoundError['code'] = 'not_found') {
    super(message)
    this.code = code
  }
}

/** What somebody decided rests on something that has changed since he looked. Nothing was recorded. Becomes a 409. */
export class ChangedMeanwhileError extends Error {
  override name = 'ChangedMeanwhileError'
  readonly code: 'changed_meanwhile' | 'already_awarded'

  constructor(message: string, code: ChangedMeanwhileError['code'] = 'changed_meanwhile') {
    super(message)
    this.code = code
  }
}

/** Somebody asks too often; he is told when to come again. Becomes a 429. */
export class TooManyRequestsError extends Error {
  override name = 'TooManyRequestsError'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super(`Too many requests: come again in ${retryAfterSeconds} s`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * A call to the portal did not give what was asked. `status` 0 means that no answer came at all: whether a write
 * took effect is then unknown. Texts from the portal are not kept here: they may hold personal data.
 */
export class PortalError extends Error {
  override name = 'PortalError'
  readonly method: string
  readonly code: string
  readonly status: number
  readonly retryable: boolean

  constructor(method: string, code: string, status: number, options: { retryable: boolean; cause?: unknown }) {
    super(`${method}: ${code || 'no code'} (HTTP ${status})`, { cause: options.cause })
    this.method = method
    this.code = code
    this.status = status
    this.retryable = options.retryable
  }
}

const STATUS_BY_CODE: Record<ProblemCode, number> = {
  bad_input: 400,
  not_signed_in: 401,
  session_expired: 401,
  no_right: 403,
  not_found: 404,
  load_closed: 409,
  changed_meanwhile: 409,
  already_awarded: 409,
  portal_unreachable: 502,
  portal_unknown: 403,
  not_installed: 403,
  place_unknown: 409,
  nobody_to_ask: 409,
  too_many_requests: 429,
  unexpected: 500,
}

/** The one mapping from our errors to what a caller sees. Unknown errors say nothing of their cause. */
export function problemOf(error: unknown): { status: number; problem: Problem } {
  const problem = describe(error)
  return { status: STATUS_BY_CODE[problem.code], problem }
}

function describe(error: unknown): Problem {
  if (error instanceof InvalidInputError) return { code: 'bad_input', message: error.message, fields: error.fields }
  if (error instanceof NotAllowedError) return { code: error.code, message: error.message }
  if (error instanceof NotFoundError) return { code: error.code, message: error.message }
  if (error instanceof ChangedMeanwhileError) return { code: error.code, message: error.message }
  if (error instanceof TooManyRequestsError) return { code: 'too_many_requests', message: error.message }
  if (error instanceof PortalError)
    return { code: 'portal_unreachable', message: 'The portal did not answer as expected' }
  return { code: 'unexpected', message: 'Something went wrong on our side; nothing was lost' }
}
