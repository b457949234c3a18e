import { z } from 'zod'

export const WRITE_STATES = ['pending', 'sending', 'done', 'refused', 'failed'] as const
export const WRITE_REASONS = [
  'no_right',
  'item_gone',
  'field_rejected',
  'field_missing',
  'changed_meanwhile',
  'user_signed_out',
  'portal_unreachable',
  'portal_limit',
  'dependency_refused',
  'app_removed',
  'unexpected',
] as const
/** Why a write was refused or failed: a closed list the widget turns into a sentence. */
export type WriteReason = (typeof WRITE_REASONS)[number]

/** One command of a chain on its way to the portal. */
export const writeStep = z.object({
  command: z.string(),
  state: z.enum(WRITE_STATES),
  reason: z.enum(WRITE_REASONS).nullable(),
  /** Id of what was created in the portal, once it is known. */
  portalId: z.number().int().nullable(),
})
/** A chain of commands accepted whole under a key the widget made; each step has its own state. */
export const write = z.object({
  key: z.string(),
  state: z.enum(WRITE_STATES),
  steps: z.array(writeStep),
  /** Who pressed: everybody who looks at a card sees it, and a refusal speaks of him. */
  byUserId: z.number().int(),
  acceptedAt: z.string(),
})
export type Write = z.infer<typeof write>
export type WriteStep = z.infer<typeof writeStep>
