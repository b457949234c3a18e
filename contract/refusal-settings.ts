import { z } from 'zod'
import type { RefusalPolicy, RefusalReason } from './refusal-reasons.ts'

/** Somebody is away, and who speaks for him meanwhile. Days, both included. */
export const refusalAbsence = z
  .object({
    userId: z.number().int().positive(),
    deputyId: z.number().int().positive().nullable(),
    fromOn: z.iso.date(),
    untilOn: z.iso.date(),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], message: 'ends before it begins' })
export type RefusalAbsence = z.infer<typeof refusalAbsence>

/** Body of `PUT /api/refusals/absence`: one's own; null: back at work. */
export const absenceInput = z.object({
  absence: z
    .object({ deputyId: z.number().int().positive().nullable(), fromOn: z.iso.date(), untilOn: z.iso.date() })
    .nullable(),
})
export type AbsenceInput = z.infer<typeof absenceInput>

/** Body of `PUT /api/refusals/deputy`: who speaks for one whenever one is away; null: nobody. */
export const deputyInput = z.object({ deputyId: z.number().int().positive().nullable() })
export type DeputyInput = z.infer<typeof deputyInput>

/** That somebody is away, by the portal's calendar or by his working day. */
export const seenAway = z.object({ untilOn: z.iso.date(), source: z.enum(['calendar', 'workday']) })
export type SeenAway = z.infer<typeof seenAway>

/** What is done about a card that was lost past the rule: moved back, only told of, or nothing. */
export type WatchMode = 'enforce' | 'report' | 'off'

/** How a portal wants its refusals handled, as its settings page has it. */
export interface RefusalSettings {
  /** Reasons that demand something else than usual. */
  policies: Partial<Record<RefusalReason, RefusalPolicy>>
  /** From this sum on the director decides, kopecks; null: never for the sum. */
  escalateFromMinor: number | null
  escalatePermanent: boolean
  mode: 'any' | 'all'
  escalateAfterHours: number
  expireAfterHours: number
  absences: RefusalAbsence[]
  watchRequests: WatchMode
  watchLeads: WatchMode
  mostReturns: number
  pauseDays: number
  closeShare: number
}
