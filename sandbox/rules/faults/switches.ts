import { z } from 'zod'
import { faultSchema, type Fault } from './fault.ts'

/** Four faults that are asked for so often that they have switches of their own. */
export const switchesSchema = z
  .object({
    /** The portal does not answer at all: connections are cut. */
    down: z.boolean(),
    /** Added to every answer. */
    latencyMs: z.number().min(0).max(120_000),
    /** The next calls of that method are refused. */
    failNext: z
      .object({
        method: z.string().min(1),
        status: z.number().int().min(400).max(599),
        code: z.string(),
        times: z.number().int().min(0),
      })
      .nullable(),
    /** The request is carried out and its answer is lost on the way. */
    dropAnswerAfterWrite: z.object({ method: z.string().min(1), times: z.number().int().min(0) }).nullable(),
  })
  .strict()

export type Switches = z.infer<typeof switchesSchema>

export const noSwitches: Switches = { down: false, latencyMs: 0, failNext: null, dropAnswerAfterWrite: null }

/** The fault a switch stands for; null when it is off. */
export function faultOfSwitch(name: keyof Switches, switches: Switches): Fault | null {
  const { down, latencyMs, failNext, dropAnswerAfterWrite } = switches
  if (name === 'down') return down ? faultSchema.parse({ kind: 'portal-gone' }) : null
  if (name === 'latencyMs') return latencyMs > 0 ? faultSchema.parse({ kind: 'latency', delay: latencyMs }) : null
  if (name === 'failNext') return failNext ? faultSchema.parse({ kind: 'refusal', ...failNext }) : null
  return dropAnswerAfterWrite ? faultSchema.parse({ kind: 'cut-after', ...dropAnswerAfterWrite }) : null
}
