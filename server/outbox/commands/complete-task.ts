import { z } from 'zod'
import { DeliveryRefusedError, type Command, type Delivery } from '../command.ts'
import { findTaskOf } from './add-task.ts'

export const completeTaskPayload = z.object({
  /** The chain whose `add-task` step gave it; `part` as there. */
  givenBy: z.string().min(1),
  part: z.string().default('task'),
  responsibleId: z.number().int().positive(),
  byUserId: z.number().int().positive(),
})
export type CompleteTaskPayload = z.infer<typeof completeTaskPayload>

/** Statuses of the portal: waiting for control, and completed. */
const OVER = [4, 5]

/**
 * Closes a task an earlier chain gave, once what it asks for is done. It is found by its visible reference, as
 * `add-task` finds its own. Proof: its status. Give it the subject of the step that gave it, so that it comes after.
 */
export const completeTask: Command<CompleteTaskPayload> = {
  name: 'complete-task',
  payload: completeTaskPayload,

  async send(delivery) {
    const task = await find(delivery)
    // Deleted, or not for the eyes of whoever decided: it cannot be closed in his name.
    if (!task) throw new DeliveryRefusedError('item_gone', 'There is no such task, or it is not shown to this person')
    if (!task.isOver) await delivery.client.call('tasks.task.complete', { taskId: task.id })
    return task.id
  },

  async findProof(delivery) {
    const task = await find(delivery)
    return task?.isOver ? { portalId: task.id } : null
  },
}

async function find({
  client,
  payload,
}: Delivery<CompleteTaskPayload>): Promise<{ id: number; isOver: boolean } | null> {
  const { givenBy, part, responsibleId, byUserId } = payload
  const task = await findTaskOf(client, { chainKey: givenBy, part, responsibleId, byUserId })
  return task && { id: Number(task.id), isOver: OVER.includes(Number(task.status)) }
}
