import { z } from 'zod'
import { ADR_CODES, BODY_CODES, LOADING_CODES } from './codes.ts'
import { money, rate } from './money.ts'
import { distance, resolvedPlace } from './place.ts'

export const loadKind = z.enum(['request', 'order'])
export type LoadKind = z.infer<typeof loadKind>

export const stop = z.object({
  action: z.enum(['load', 'unload']),
  place: resolvedPlace,
  /** UTC ISO; null where nothing was typed. */
  fromAt: z.string().nullable(),
  toAt: z.string().nullable(),
})
export type Stop = z.infer<typeof stop>

/**
 * Stops, cargo, dates and prices: what matching and money read, taken from a request or an order by the same
 * code. Null means "not stated" everywhere, never zero.
 */
export const load = z.object({
  kind: loadKind,
  id: z.number().int(),
  title: z.string(),
  stops: z.array(stop).min(2),
  cargo: z.string().nullable(),
  weightKg: z.number().nullable(),
  volumeM3: z.number().nullable(),
  pallets: z.number().nullable(),
  lengthM: z.number().nullable(),
  widthM: z.number().nullable(),
  heightM: z.number().nullable(),
  bodies: z.array(z.enum(BODY_CODES)),
  loading: z.array(z.enum(LOADING_CODES)),
  unloading: z.array(z.enum(LOADING_CODES)),
  /** true: every listed loading type is required; false: any of them will do. */
  loadingAll: z.boolean(),
  adr: z.enum(ADR_CODES).nullable(),
  tempFromC: z.number().nullable(),
  tempToC: z.number().nullable(),
  partLoad: z.boolean(),
  loadFromAt: z.string().nullable(),
  loadToAt: z.string().nullable(),
  unloadByAt: z.string().nullable(),
  distance: distance.nullable(),
  targetRate: money.nullable(),
  /** Present only for viewers who may see margins; absent (not null) for everybody else. */
  clientRate: rate.nullable().optional(),
  excludedCompanyIds: z.array(z.number().int()),
  assignedById: z.number().int().nullable(),
  /** false when the load is won, lost or cancelled: carriers may still be looked at, offers may not be added. */
  open: z.boolean(),
})
export type Load = z.infer<typeof load>
