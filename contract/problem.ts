import { z } from 'zod'

export const PROBLEM_CODES = [
  'bad_input',
  'not_signed_in',
  'session_expired',
  'no_right',
  'not_found',
  'load_closed',
  'changed_meanwhile',
  'already_awarded',
  'portal_unreachable',
  'portal_unknown',
  'not_installed',
  'place_unknown',
  'nobody_to_ask',
  'too_many_requests',
  'unexpected',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** Every error answer of our API: a code the widget turns into a sentence, and which inputs were wrong. */
export const problem = z.object({
  code: z.enum(PROBLEM_CODES),
  /** A plain sentence for logs and for callers without a dictionary; English. */
  message: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>
