import { z } from 'zod'
import { writeStep } from './write.ts'

/** A press of which the portal refused something, or that we gave up, and that nobody has let go yet. */
export const deadLetter = z.object({
  key: z.string(),
  /** offer, attempt, … */
  kind: z.string(),
  byName: z.string().nullable(),
  /** «ИП Сидоров»; null where the press was about no company. */
  companyTitle: z.string().nullable(),
  /** Path of the card it was pressed in, in the portal; null where there is none. */
  cardPath: z.string().nullable(),
  cardTitle: z.string().nullable(),
  acceptedAt: z.string(),
  endedAt: z.string().nullable(),
  steps: z.array(writeStep.pick({ command: true, state: true, reason: true })),
})
export type DeadLetter = z.infer<typeof deadLetter>

/** Answer of `GET /api/dead-letters`. */
export const deadLettersAnswer = z.object({
  /** Newest first; a long list is cut. */
  letters: z.array(deadLetter),
  count: z.number().int(),
  /** Writes on their way, and when the oldest of them was accepted. */
  waiting: z.object({ count: z.number().int(), oldestAt: z.string().nullable() }),
})
export type DeadLettersAnswer = z.infer<typeof deadLettersAnswer>

/** Body of `POST /api/dead-letters`. */
export const deadLetterInput = z.object({
  key: z.string().min(1).max(200),
  action: z.enum(['again', 'drop']),
})
export type DeadLetterInput = z.infer<typeof deadLetterInput>
