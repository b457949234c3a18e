import { z } from 'zod'
import { PortalError } from '../../errors.ts'
import type { Command } from '../command.ts'

export const answerRefusalRobotPayload = z.object({
  eventToken: z.string().min(1),
  values: z.record(z.string(), z.string()),
  log: z.string(),
})
export type AnswerRefusalRobotPayload = z.infer<typeof answerRefusalRobotPayload>

/**
 * Lets a robot of the portal go on with what it waited for. Proof: a token is good for one answer; a portal that
 * refuses it has had the answer, or has ended the robot meanwhile.
 */
export const answerRefusalRobot: Command<AnswerRefusalRobotPayload> = {
  name: 'answer-refusal-robot',
  payload: answerRefusalRobotPayload,

  async send({ client, payload }) {
    try {
      await client.call('bizproc.event.send', {
        event_token: payload.eventToken,
        return_values: payload.values,
        log_message: payload.log,
      })
    } catch (error) {
      if (!(error instanceof PortalError) || error.retryable || error.status !== 403) throw error
    }
    return null
  },

  async findProof() {
    return null
  },
}
