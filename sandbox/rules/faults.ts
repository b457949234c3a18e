import { RestError } from './errors.ts'

/** What goes wrong on purpose. `method` is a REST name in any case, or `*` for every one. */
export interface Faults {
  /** The portal does not answer at all: connections are cut. */
  down: boolean
  /** Added to every answer. */
  latencyMs: number
  failNext: { method: string; status: number; code: string; times: number } | null
  /** The request is carried out and its answer is lost on the way. */
  dropAnswerAfterWrite: { method: string; times: number } | null
}

export type FaultSwitch = ReturnType<typeof createFaultSwitch>

const none: Faults = { down: false, latencyMs: 0, failNext: null, dropAnswerAfterWrite: null }

export function createFaultSwitch() {
  let faults = { ...none }

  const matches = (wanted: string, method: string): boolean =>
    wanted === '*' || wanted.toLowerCase() === method.toLowerCase()

  return {
    get: (): Faults => structuredClone(faults),
    /** Only the faults named are changed. */
    set(change: Partial<Faults>): void {
      faults = { ...faults, ...structuredClone(change) }
    },
    clear(): void {
      faults = { ...none }
    },
    /** Throws the refusal that was ordered for this method. */
    refuse(method: string): void {
      const ordered = faults.failNext
      if (!ordered || ordered.times <= 0 || !matches(ordered.method, method)) return
      ordered.times -= 1
      throw new RestError(ordered.status, ordered.code, 'Refused by order of the sandbox')
    },
    /** Whether the answer to a request that ran these methods is to be lost. */
    losesAnswer(methods: string[]): boolean {
      const ordered = faults.dropAnswerAfterWrite
      if (!ordered || ordered.times <= 0 || !methods.some((method) => matches(ordered.method, method))) return false
      ordered.times -= 1
      return true
    },
  }
}
