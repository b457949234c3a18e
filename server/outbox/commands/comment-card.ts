import { z } from 'zod'
import { cardReference } from '../../../contract/card.ts'
import type { Command } from '../command.ts'
import { addTimelineComment, findTimelineComment, referenceOf } from '../timeline-comment.ts'

export const commentCardPayload = z.object({
  card: cardReference,
  /** Finished text, with markup of ours only; the visible reference is added to it. */
  text: z.string().min(1),
  /** Tells comments of one chain apart; each has its own reference. */
  part: z.string().default(''),
})
export type CommentCardPayload = z.infer<typeof commentCardPayload>

/** A comment in the timeline of any card, by the person who pressed. Proof: its visible reference. */
export const commentCard: Command<CommentCardPayload> = {
  name: 'comment-card',
  payload: commentCardPayload,

  async send(delivery) {
    const { card, text } = delivery.payload
    return addTimelineComment(delivery, card, `${text}\n${reference(delivery)}`)
  },

  async findProof(delivery) {
    return findTimelineComment(delivery, delivery.payload.card, reference(delivery))
  },
}

function reference({ chainKey, payload }: { chainKey: string; payload: CommentCardPayload }): string {
  return referenceOf(payload.part ? `${chainKey} ${payload.part}` : chainKey)
}
