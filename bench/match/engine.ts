import type { BenchRequest } from './requests.ts'

export interface RankedCompany {
  companyId: number
  evidence: number
}

/** One way of answering "who are the fifty with the most evidence for this lane, whose trucks will do". */
export interface Engine {
  name: string
  /** How long it took to be ready, milliseconds. */
  readyMs: number
  /** Best first. */
  top(request: BenchRequest): RankedCompany[] | Promise<RankedCompany[]>
  close(): void | Promise<void>
}

/** An engine that cannot be had on this machine, and why. */
export interface SkippedEngine {
  name: string
  skipped: string
}
