import { InvalidInputError, PortalError } from '../errors.ts'
import { numberOf, type CallTime } from './call-outcome.ts'
import { phpQuery } from './php-query.ts'
import type { BatchMemberAnswer } from './portal-client.ts'

export type BatchCalls = Record<string, { method: string; params?: Record<string, unknown> }>

export const BATCH_SIZE = 50

/** Parameters of the method `batch`. Throws InvalidInputError for more than 50 members: the portal would drop the rest. */
export function batchParams(calls: BatchCalls, halt: boolean): Record<string, unknown> {
  const entries = Object.entries(calls)
  if (entries.length > BATCH_SIZE)
    throw new InvalidInputError(`A batch takes ${BATCH_SIZE} calls, not ${entries.length}`)
  const cmd = Object.fromEntries(
    entries.map(([key, { method, params }]) => [key, `${method}?${phpQuery(params ?? {})}`]),
  )
  return { halt: halt ? 1 : 0, cmd }
}

/**
 * Outcomes of a batch's members, and what each said of execution time. A member the portal left out of its answer
 * (after a halt) is a failure with the code NOT_RUN.
 */
export function readBatch(calls: BatchCalls, result: unknown) {
  const answer = levelOf(result)
  if (!answer) throw new PortalError('batch', 'UNREADABLE_ANSWER', 0, { retryable: true })
  // Each of these maps becomes an empty list when nothing is in it.
  const results = levelOf(answer.result) ?? {}
  const errors = levelOf(answer.result_error) ?? {}
  const totals = levelOf(answer.result_total) ?? {}
  const nexts = levelOf(answer.result_next) ?? {}
  const told = levelOf(answer.result_time) ?? {}
  const outcomes: Record<string, BatchMemberAnswer> = {}
  const times: [string, CallTime][] = []
  for (const [key, { method }] of Object.entries(calls)) {
    const time = levelOf(told[key])
    if (time) times.push([method, time])
    outcomes[key] = key in errors ? failure(errors[key]) : success(key, results, totals, nexts)
  }
  return { outcomes, times }
}

function success(key: string, results: Level, totals: Level, nexts: Level): BatchMemberAnswer {
  if (!(key in results)) return { ok: false, code: 'NOT_RUN', status: 0 }
  const total = numberOf(totals[key])
  const next = numberOf(nexts[key])
  return { ok: true, result: results[key], ...(total === null ? {} : { total }), ...(next === null ? {} : { next }) }
}

const STATUS_OF_CODE: Record<string, number> = {
  ACCESS_DENIED: 403,
  insufficient_scope: 403,
  user_access_error: 403,
  NOT_FOUND: 404,
  ERROR_METHOD_NOT_FOUND: 404,
  ERROR_BATCH_METHOD_NOT_ALLOWED: 405,
  OPERATION_TIME_LIMIT: 429,
  QUERY_LIMIT_EXCEEDED: 503,
}

/** A member has no HTTP status of its own; its code tells the usual one. */
function failure(error: unknown): BatchMemberAnswer {
  const code = typeof error === 'string' ? error : String(levelOf(error)?.error ?? '')
  return { ok: false, code, status: STATUS_OF_CODE[code] ?? 400 }
}

type Level = Record<string, unknown>

function levelOf(value: unknown): Level | null {
  return typeof value === 'object' && value !== null ? (value as Level) : null
}
