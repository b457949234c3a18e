import { z } from 'zod'
import { cardReference } from '../../../contract/card.ts'
import type { PortalClient } from '../../portal/portal-client.ts'
import { NATIVE_TYPES, typeIdOfCard, type SchemaMap } from '../../portal/schema-map.ts'
import type { Command, Delivery } from '../command.ts'
import { referenceOf } from '../timeline-comment.ts'

export const addTaskPayload = z.object({
  /** The card it hangs on. */
  card: cardReference,
  title: z.string().min(1),
  /** Finished text, with markup of ours only; the visible reference is added to it. */
  text: z.string(),
  responsibleId: z.number().int().positive(),
  /** In whose name it is given. */
  byUserId: z.number().int().positive(),
  /** UTC ISO. */
  deadlineAt: z.iso.datetime().nullable(),
  /** Tells tasks of one chain apart. */
  part: z.string().default('task'),
})
export type AddTaskPayload = z.infer<typeof addTaskPayload>

interface TaskRow {
  id: string
  status?: string
  description?: string
}

/**
 * A task for somebody, bound to a card. Proof: the visible reference in its description, looked for newest first
 * among the tasks of that person.
 */
export const addTask: Command<AddTaskPayload> = {
  name: 'add-task',
  payload: addTaskPayload,

  async send(delivery) {
    const { client, map, payload } = delivery
    const answer = await client.call<{ task: { id: string | number } }>('tasks.task.add', {
      fields: {
        TITLE: payload.title.slice(0, 250),
        DESCRIPTION: [payload.text, reference(delivery)].filter(Boolean).join('\n'),
        RESPONSIBLE_ID: payload.responsibleId,
        CREATED_BY: payload.byUserId,
        UF_CRM_TASK: [bindingOf(payload, map)],
        ...(payload.deadlineAt && { DEADLINE: payload.deadlineAt.replace(/\.\d{3}Z$/, '+00:00') }),
      },
    })
    return Number(answer.result.task.id)
  },

  async findProof(delivery) {
    const { client, chainKey, payload } = delivery
    const own = await findTaskOf(client, { ...payload, chainKey })
    return own ? { portalId: Number(own.id) } : null
  },
}

function reference({ chainKey, payload }: Pick<Delivery<{ part: string }>, 'chainKey' | 'payload'>): string {
  return referenceOf(`${chainKey} ${payload.part}`)
}

/** Whoever has more tasks from one person than these is asked about the newest only. */
const MOST_PAGES = 10

/** The task a chain gave, as far as the asker may see it; newest first, since it is mostly a fresh one. */
export async function findTaskOf(
  client: PortalClient,
  given: { chainKey: string; part: string; responsibleId: number; byUserId: number },
): Promise<TaskRow | null> {
  const wanted = reference({ chainKey: given.chainKey, payload: given })
  for (let page = 0, start = 0; page < MOST_PAGES; page++) {
    const answer = await client.call<{ tasks: TaskRow[] }>('tasks.task.list', {
      filter: { RESPONSIBLE_ID: given.responsibleId, CREATED_BY: given.byUserId },
      select: ['ID', 'STATUS', 'DESCRIPTION'],
      order: { ID: 'desc' },
      start,
    })
    const own = answer.result.tasks.find(({ description }) => description?.includes(wanted))
    if (own) return own
    if (answer.next === undefined) return null
    start = answer.next
  }
  return null
}

const NATIVE_PREFIX: Record<keyof typeof NATIVE_TYPES, string> = { lead: 'L', deal: 'D', contact: 'C', company: 'CO' }

/** Native cards go by a letter, smart processes by their type in hexadecimal: T40c_5. */
function bindingOf({ card }: AddTaskPayload, map: SchemaMap): string {
  const native = Object.hasOwn(NATIVE_PREFIX, card.kind) ? NATIVE_PREFIX[card.kind as keyof typeof NATIVE_PREFIX] : null
  return `${native ?? `T${typeIdOfCard(card.kind, map).toString(16)}`}_${card.id}`
}
