import type { Executed } from './execute.ts'
import { RestError } from './errors.ts'
import { formatInstant } from './time.ts'

/** When a call began and ended, in milliseconds, and what it cost. */
export interface Timing {
  started: number
  finished: number
  operating: number
  operatingResetAt: number
  /** Seconds of execution. */
  processing: number
}

/** The `time` member of every answer. */
export function timeOf(timing: Timing): Record<string, unknown> {
  return {
    start: timing.started / 1000,
    finish: timing.finished / 1000,
    duration: (timing.finished - timing.started) / 1000,
    processing: timing.processing,
    date_start: formatInstant(Math.floor(timing.started / 1000)),
    date_finish: formatInstant(Math.floor(timing.finished / 1000)),
    operating_reset_at: timing.operatingResetAt,
    operating: timing.operating,
  }
}

export function successBody(executed: Executed, started: number, finished: number): Record<string, unknown> {
  const body: Record<string, unknown> = { result: executed.answer.result }
  if (executed.answer.next !== undefined) body['next'] = executed.answer.next
  if (executed.answer.total !== undefined) body['total'] = executed.answer.total
  body['time'] = timeOf({
    started,
    finished,
    processing: executed.cost,
    operating: executed.operating.operating,
    operatingResetAt: executed.operating.operatingResetAt,
  })
  return body
}

export const errorBody = (error: RestError): Record<string, unknown> => ({
  error: error.code,
  error_description: error.description,
  ...error.extra,
})

/** Anything a method did not foresee becomes the vendor's internal error; what it was goes to the console. */
export function toRestError(error: unknown): RestError {
  if (error instanceof RestError) return error
  console.error('A sandbox method failed:', error)
  return new RestError(500, 'INTERNAL_SERVER_ERROR', 'Internal server error')
}
