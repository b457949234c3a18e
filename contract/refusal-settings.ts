import { z } from 'zod'
import { REFUSAL_POLICIES, REFUSAL_REASONS } from './refusal-reasons.ts'

/** What is done about a card that was lost past the rule: moved back, only told of, or nothing. */
export const WATCH_MODES = ['enforce', 'report', 'off'] as const
export type WatchMode = (typeof WATCH_MODES)[number]

export const refusalAbsence = z.object({
  userId: z.number().int().positive(),
  deputyId: z.number().int().positive().nullable(),
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
})

/** How a portal wants its refusals handled. Every part has a usual value, so that nothing has to be set. */
export const refusalSettings = z.object({
  policies: z.partialRecord(z.enum(REFUSAL_REASONS), z.enum(REFUSAL_POLICIES)).default({}),
  /** From this sum on the director decides, kopecks; null: never for the sum. */
  escalateFromMinor: z.number().int().positive().nullable().default(50_000_000),
  escalatePermanent: z.boolean().default(true),
  /** Whether one of the heads concerned is enough, or all have to agree. */
  mode: z.enum(['any', 'all']).default('any'),
  /** Working hours. */
  escalateAfterHours: z.number().min(0.25).max(200).default(4),
  expireAfterHours: z.number().min(1).max(1000).default(27),
  absences: z.array(refusalAbsence).max(200).default([]),
  watchRequests: z.enum(WATCH_MODES).default('enforce'),
  watchLeads: z.enum(WATCH_MODES).default('report'),
  /** How often one card is moved back before the administrator is told instead. */
  mostReturns: z.number().int().min(1).max(20).default(3),
  /** A paused lead is looked at again after so many days where nobody says another day. */
  pauseDays: z.number().int().min(1).max(365).default(30),
  /** Up to this share over the client's price the best offer could still have been a sale. */
  closeShare: z.number().min(0).max(1).default(0.05),
})
export type RefusalSettings = z.infer<typeof refusalSettings>
