import { z } from 'zod'
import { ATTEMPT_RESULTS, BODY_CODES, LOADING_CODES } from './codes.ts'
import { ruleScope } from './rule-scope.ts'

const SIDES = ['length', 'width', 'height'] as const
const OUTER_SIDES = ['width', 'height'] as const

/** Checked by the security service longer ago than a check is good for. `on`: the day of the check. */
const securityStale = z.object({ kind: z.literal('security_stale'), on: z.string(), days: z.number().int() })

/** Why a carrier cannot take this load, and by what a person sees what would have to change. */
export const vetoReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('body'), needs: z.array(z.enum(BODY_CODES)), has: z.array(z.enum(BODY_CODES)) }),
  z.object({ kind: z.literal('weight'), needsKg: z.number(), hasKg: z.number() }),
  z.object({ kind: z.literal('volume'), needsM3: z.number(), hasM3: z.number() }),
  /** The longest piece against the inner length of the longest truck of that kind, metres. */
  z.object({ kind: z.literal('length'), needsM: z.number(), hasM: z.number() }),
  z.object({ kind: z.literal('pallets'), needs: z.number().int(), has: z.number().int() }),
  /** Wider or higher than that body is inside, though a standard truck takes it. */
  z.object({
    kind: z.literal('size'),
    side: z.enum(OUTER_SIDES),
    needsM: z.number(),
    hasM: z.number(),
    body: z.enum(BODY_CODES),
  }),
  /** No closed body takes it, or an open one would need a special permit: `fits` are the bodies made for it. */
  z.object({
    kind: z.literal('oversize'),
    side: z.enum(SIDES),
    needsM: z.number(),
    limitM: z.number(),
    fits: z.array(z.enum(BODY_CODES)),
    body: z.enum(BODY_CODES),
  }),
  z.object({
    kind: z.literal('loading'),
    needs: z.array(z.enum(LOADING_CODES)),
    all: z.boolean(),
    has: z.array(z.enum(LOADING_CODES)),
  }),
  z.object({ kind: z.literal('adr'), needs: z.string() }),
  z.object({ kind: z.literal('adr_expired'), needs: z.string(), until: z.string() }),
  z.object({ kind: z.literal('temperature'), fromC: z.number().nullable(), toC: z.number().nullable() }),
  /** Two temperatures at once: one truck, two chambers. */
  z.object({ kind: z.literal('partition'), fromC: z.number(), toC: z.number() }),
  z.object({ kind: z.literal('stop_list'), why: z.string().nullable() }),
  z.object({ kind: z.literal('security_failed') }),
  securityStale,
  /** A head has decided so. */
  z.object({ kind: z.literal('hidden_by_rule'), scope: ruleScope, note: z.string().nullable() }),
  /** His truck comes to the loading place on `arrivesOn` at the earliest: too late for `neededBy`. Calendar days. */
  z.object({
    kind: z.literal('too_late'),
    place: z.string(),
    on: z.string(),
    standing: z.boolean(),
    km: z.number(),
    arrivesOn: z.string(),
    neededBy: z.string(),
  }),
  z.object({ kind: z.literal('paused'), until: z.string().nullable() }),
  z.object({ kind: z.literal('excluded_by_client') }),
  z.object({ kind: z.literal('no_contact') }),
  z.object({ kind: z.literal('opted_out') }),
  z.object({ kind: z.literal('attempt'), result: z.enum(ATTEMPT_RESULTS), until: z.string().nullable() }),
])
export type VetoReason = z.infer<typeof vetoReason>

/** What does not keep a carrier from the load and should be known before he is given it. */
export const warning = z.discriminatedUnion('kind', [securityStale])
export type Warning = z.infer<typeof warning>
