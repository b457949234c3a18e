import { z } from 'zod'
import type { Command } from '../command.ts'

export const notifyPayload = z.object({
  toUserId: z.number().int(),
  /** Finished text, with markup of ours only. */
  message: z.string(),
  /** One notification a tag: the portal replaces the older one. */
  tag: z.string(),
})
export type NotifyPayload = z.infer<typeof notifyPayload>

/**
 * A bell notification to the request's responsible person. Proof: the portal keeps one notification a TAG, so
 * sending it once more replaces it and nobody is told twice; there is nothing to look for.
 */
export const notifyManager: Command<NotifyPayload> = {
  name: 'notify-manager',
  payload: notifyPayload,

  async send({ client, payload }) {
    const answer = await client.call<number | string | boolean>('im.notify.personal.add', {
      USER_ID: payload.toUserId,
      MESSAGE: payload.message,
      TAG: payload.tag,
    })
    const id = Number(answer.result)
    return Number.isInteger(id) && id > 1 ? id : null
  },

  async findProof() {
    return null
  },
}
