import type { FaultPlan } from './rules/faults/fault.ts'
import type { MakeSeed } from './seeds/seed.ts'

/** The application as the portal's administrator registered it. */
export interface AppRegistration {
  clientId: string
  clientSecret: string
  title: { ru: string; en: string }
  /** Opened from the menu, and where an authorization code is sent. */
  handlerUrl: string
  /** Opened until the installation is finished. */
  installUrl: string
  scope: string[]
}

export interface Limits {
  /** How many requests leak out of the portal's bucket a second; `Infinity` switches the limit off. */
  perSecond: number
  /** How many requests the bucket holds. */
  burst: number
  /** Execution seconds one method may spend for one caller in ten minutes. */
  operatingSeconds: number
  /** Execution seconds one request may take before the portal's web server gives up on it. */
  requestSeconds: number
}

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  port?: number
  /** One of the portal's own seeds, or a maker of another. */
  seed: 'mogutin' | 'mogutin-own' | 'small' | 'empty' | 'sdk' | 'unlucky' | MakeSeed
  /** Multiplies the seed's numbers; 1 by default. */
  scale?: number
  /** The day the seed's data end at, YYYY-MM-DD; today by the clock when absent. */
  today?: string
  /** In memory when absent; an existing file is used as it is and not seeded again. */
  stateFile?: string
  memberId?: string
  /** Milliseconds since the epoch. */
  now?: () => number
  /** Secret text of so many hexadecimal digits. */
  random?: (length: number) => string
  app?: AppRegistration
  limits?: Partial<Limits>
  /** Added to every answer. */
  latencyMs?: number
  /** https with a self-signed certificate made at the start. */
  tls?: boolean
  /** What the portal's plan includes. */
  features?: Features
  /** What goes wrong from the start; the seed `unlucky` has a mixture of its own. */
  faults?: FaultPlan
}

export interface Features {
  offlineQueue?: boolean
  /** Without them smart processes can be read and not be made, nor their items written. */
  smartProcesses?: boolean
  /** How many documents may be printed. */
  documents?: number
}

export const defaultLimits: Limits = { perSecond: 2, burst: 50, operatingSeconds: 480, requestSeconds: 60 }
