import { z } from 'zod'

/** A settlement of the gazetteer. Ids are GeoNames ids; hand-added places have negative ids. */
export const place = z.object({
  id: z.number().int(),
  name: z.string(),
  region: z.string(),
  lat: z.number(),
  lon: z.number(),
  /** IANA time zone (`Asia/Novosibirsk`) where it is known: days and hours of a stop are shown in it. */
  zone: z.string().optional(),
})
export type Place = z.infer<typeof place>

/**
 * What a typed place text resolves to. `ambiguous` and `unknown` are answers: the widget shows them and lets
 * a person choose; nothing is guessed silently.
 */
export const resolvedPlace = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), text: z.string(), place, taught: z.boolean() }),
  z.object({ state: z.literal('ambiguous'), text: z.string(), alternatives: z.array(place) }),
  z.object({ state: z.literal('unknown'), text: z.string() }),
  z.object({ state: z.literal('empty') }),
])
export type ResolvedPlace = z.infer<typeof resolvedPlace>

export const DISTANCE_SOURCES = ['orders', 'routing', 'graph', 'line'] as const
/** `orders` own finished orders on the lane; `routing` a routing server; `graph` hub graph; `line` great circle × 1.18. */
export const distance = z.object({ km: z.number().nonnegative(), source: z.enum(DISTANCE_SOURCES) })
export type Distance = z.infer<typeof distance>
