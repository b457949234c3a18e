import { z } from 'zod'
import { DeliveryRefusedError, type Command, type Delivery } from '../command.ts'
import { referenceOf } from '../timeline-comment.ts'

export const describeTaskPayload = z.object({
  /** What `add-task` wrote the task under: its chain and its part. */
  written: z.string().min(1),
  responsibleId: z.number().int().positive(),
  byUserId: z.number().int().positive(),
  /** Finished text; the task's reference stays behind it. */
  text: z.string().min(1),
})
export type DescribeTaskPayload = z.infer<typeof describeTaskPayload>

interface TaskRow {
  id: string
  description?: string
}

/** Says more in a task that `add-task` has made. Proof: its description, read back. */
export const describeTask: Command<DescribeTaskPayload> = {
  name: 'describe-task',
  payload: describeTaskPayload,

  async send(delivery) {
    const task = await findTask(delivery)
    if (!task) throw new DeliveryRefusedError('item_gone', 'The task is gone, or somebody else has it now')
    await delivery.client.call('tasks.task.update', {
      taskId: Number(task.id),
      fields: { DESCRIPTION: descriptionOf(delivery) },
    })
    return Number(task.id)
  },

  async findProof(delivery) {
    const task = await findTask(delivery)
    return task?.description === descriptionOf(delivery) ? { portalId: Number(task.id) } : null
  },
}

function descriptionOf({ payload }: Delivery<DescribeTaskPayload>): string {
  return `${payload.text}\n${referenceOf(payload.written)}`
}

async function findTask({ client, payload }: Delivery<DescribeTaskPayload>): Promise<TaskRow | null> {
  const answer = await client.call<{ tasks: TaskRow[] }>('tasks.task.list', {
    filter: { RESPONSIBLE_ID: payload.responsibleId, CREATED_BY: payload.byUserId },
    select: ['ID', 'DESCRIPTION'],
    order: { ID: 'desc' },
  })
  return answer.result.tasks.find(({ description }) => description?.includes(referenceOf(payload.written))) ?? null
}
