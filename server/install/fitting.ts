import type { PortalMap } from '../../contract/portal-map.ts'
import type { Log } from '../log.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import { PROCESS_NAMES, type MappedProcess, type ProcessName, type SchemaMap } from '../portal/schema-map.ts'
import type { PortalStore } from '../store/database.ts'

/** A portal being fitted: what the steps work on, one after the other. */
export interface Fitting {
  client: PortalClient
  store: PortalStore
  publicUrl: string
  language: 'ru' | 'en'
  log: Log
  /** What the administrator chose, or the guess he left as it was. */
  map: PortalMap
  /** What the portal calls its fields, by their names, for each process. */
  labels: Partial<Record<ProcessName, ReadonlyMap<string, string>>>
  /** Grows step by step; complete after the stages. */
  processes: Partial<Record<ProcessName, MappedProcess>>
  /** Processes we created ourselves: their empty funnels may be cleared. */
  ours: Set<ProcessName>
}

/** How many things a step created, and how many it found as they should be. */
export interface StepOutcome {
  created: number
  found: number
}

export type Step = (fitting: Fitting) => Promise<StepOutcome>

/** The process as the steps before have found it. */
export function processOf(fitting: Fitting, name: ProcessName): MappedProcess {
  const process = fitting.processes[name]
  if (!process) throw new Error(`The process ${name} has not been found yet`)
  return process
}

export const SCHEMA_VERSION = 1

export function schemaMapOf(fitting: Fitting): SchemaMap {
  const entries = PROCESS_NAMES.map((name) => [name, processOf(fitting, name)] as const)
  return { version: SCHEMA_VERSION, processes: Object.fromEntries(entries) as SchemaMap['processes'] }
}
