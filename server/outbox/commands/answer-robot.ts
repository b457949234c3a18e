import { z } from 'zod'
import { PortalError } from '../../errors.ts'
import type { Command } from '../command.ts'

export const answerRobotPayload = z.object({
  eventToken: z.string(),
  accepted: z.boolean(),
  error: z.string().nullable(),
})
export type AnswerRobotPayload = z.infer<typeof answerRobotPayload>

/**
 * Tells a process that waits for a robot of ours how it went. Proof: a token opens one step only, so that an answer
 * that came through before is refused by the portal, which is as good.
 */
export const answerRobot: Command<AnswerRobotPayload> = {
  name: 'answer-robot',
  payload: answerRobotPayload,

  async send({ client, payload }) {
    try {
      await client.call('bizproc.event.send', {
        EVENT_TOKEN: payload.eventToken,
        RETURN_VALUES: { accepted: payload.accepted ? 'Y' : 'N', error: payload.error ?? '' },
      })
    } catch (error) {
      if (!(error instanceof PortalError) || error.code.toUpperCase() !== 'ACCESS_DENIED') throw error
    }
    return null
  },

  async findProof() {
    return null
  },
}
