import { z } from 'zod'

/**
 * Whether the portal itself lets people move requests into lost. Its REST tells nobody's rights, so this is what was
 * seen: `open` somebody without an administrator's rights has moved a card there, `quiet` nobody has since an
 * administrator said the rights are set, `unknown` nobody has said so and nobody has moved one.
 */
export const stageRightsAnswer = z.object({
  state: z.enum(['open', 'quiet', 'unknown']),
  /** When an administrator said that the rights are set, UTC ISO. */
  saidAt: z.string().nullable(),
  saidBy: z.string().nullable(),
  /** Moves by people without an administrator's rights since then (or within ninety days), newest first. */
  count: z.number().int(),
  moves: z.array(z.object({ at: z.string(), by: z.string(), title: z.string(), path: z.string() })),
})
export type StageRightsAnswer = z.infer<typeof stageRightsAnswer>

/** Body of `PUT /api/refusals/stage-rights`: an administrator has set the rights, or takes it back. */
export const stageRightsInput = z.object({ set: z.boolean() })
export type StageRightsInput = z.infer<typeof stageRightsInput>
