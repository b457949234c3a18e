import { RestError } from '../errors.ts'
import type { FaultBook } from './fault-book.ts'

/** What befalls one HTTP request. */
export interface Trouble {
  /** The connection is cut and nothing is done. */
  isCut: boolean
  /** What is answered instead. `effect`: after the work was done. */
  refusal: { error: RestError; effect: boolean } | null
  /** Milliseconds the answer is kept back. */
  latencyMs: number
}

export type RequestTrouble = ReturnType<typeof createRequestTrouble>

/** Faults of whole requests and of the methods in them. `names` are the method and the commands of a batch. */
export function createRequestTrouble(book: FaultBook, now: () => number) {
  /** Until when each fault keeps the portal away, by its id. */
  const goneUntil = new Map<string, number>()

  function isGone(names: readonly string[]): boolean {
    for (const { id, fault } of book.standing())
      if (fault.kind === 'portal-gone' && now() < (goneUntil.get(id) ?? -Infinity)) return true
    const struck = book.strike('portal-gone', names)
    if (!struck) return false
    goneUntil.set(struck.id, struck.fault.seconds === null ? Infinity : now() + struck.fault.seconds * 1000)
    return true
  }

  function refusalOf(names: readonly string[]): { error: RestError; effect: boolean; heldMs: number } | null {
    if (book.strike('query-limit', names))
      return { error: new RestError(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'), effect: false, heldMs: 0 }
    const broken = book.strike('server-error', names)
    if (broken)
      return {
        error: new RestError(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'),
        effect: broken.fault.effect,
        heldMs: 0,
      }
    const slow = book.strike('too-long', names)
    if (!slow) return null
    const { seconds, effect } = slow.fault
    return { error: tooLong(), effect, heldMs: seconds * 1000 }
  }

  return {
    /** Decided before the request is looked at. */
    befall(names: readonly string[]): Trouble {
      if (isGone(names) || book.strike('cut-before', names)) return { isCut: true, refusal: null, latencyMs: 0 }
      const refusal = refusalOf(names)
      let latencyMs = refusal?.heldMs ?? 0
      for (const late of book.strikes('latency', names)) latencyMs += late.delayMs(late.fault.delay)
      return { isCut: false, refusal, latencyMs }
    },
    /** Throws the refusal that was ordered for this method. */
    refuse(method: string, isInBatch: boolean): void {
      if (book.strike('operation-limit', [method]))
        throw new RestError(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.')
      const ordered = book.strike('refusal', [method]) ?? (isInBatch ? book.strike('batch-partial', [method]) : null)
      if (!ordered) return
      throw new RestError(ordered.fault.status, ordered.fault.code, 'Refused by order of the sandbox')
    },
    /** Whether the answer to a request that ran these writing methods is to be lost. */
    losesAnswer: (writes: readonly string[]): boolean => writes.length > 0 && book.strike('cut-after', writes) !== null,
    /** The absence this fault has begun is over. */
    forget: (id: string): void => void goneUntil.delete(id),
    forgetAll: (): void => goneUntil.clear(),
  }
}

const tooLong = (): RestError =>
  new RestError(504, 'GATEWAY_TIMEOUT', 'The request took longer than the web server waits.')
