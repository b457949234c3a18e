import { z } from 'zod'
import { problem } from './problem.ts'

export const INSTALL_STEPS = [
  'processes',
  'fields',
  'stages',
  'relations',
  'placements',
  'events',
  'import',
  'finish',
] as const
export type InstallStepCode = (typeof INSTALL_STEPS)[number]

export const importEntityProgress = z.object({
  entity: z.string(),
  rows: z.number().int(),
  /** null while the portal has not told it. */
  total: z.number().int().nullable(),
})

export const installStep = z.object({
  step: z.enum(INSTALL_STEPS),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** How many things were created, and how many were found as they should be. */
  created: z.number().int(),
  found: z.number().int(),
  problem: problem.nullable(),
  /** Only on `import`. */
  entities: z.array(importEntityProgress).optional(),
  secondsLeft: z.number().nullable().optional(),
})

/** Progress of fitting a portal; streamed to the install page. */
export const installState = z.object({
  state: z.enum(['new', 'running', 'failed', 'finished']),
  steps: z.array(installStep),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Finished by another version of the app: what is new stands in the portal only after it was applied. */
  isOutdated: z.boolean().optional(),
})
export type InstallState = z.infer<typeof installState>
export type InstallStep = z.infer<typeof installStep>
