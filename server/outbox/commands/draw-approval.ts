import { z } from 'zod'
import { cardReference } from '../../../contract/card.ts'
import { PortalError } from '../../errors.ts'
import { typeIdOfCard } from '../../portal/schema-map.ts'
import type { Command, Delivery } from '../command.ts'

export const APPROVAL_BADGE = 'reis_refusal'

const line = z.object({ title: z.string(), value: z.string() })
export const drawApprovalPayload = z.object({
  card: cardReference,
  /** What is to be approved: it names the key in what a pressed button sends. */
  of: z.enum(['refusal', 'margin']).default('refusal'),
  approvalKey: z.string(),
  responsibleId: z.number().int().positive(),
  deadlineAt: z.iso.datetime().nullable(),
  title: z.string(),
  tag: z.object({ type: z.enum(['warning', 'success', 'failure', 'primary', 'secondary']), title: z.string() }),
  lines: z.array(line).max(10),
  /** Empty once it is over. */
  buttons: z.array(z.object({ action: z.string(), title: z.string() })).max(2),
})
export type DrawApprovalPayload = z.infer<typeof drawApprovalPayload>

/**
 * The approval as an activity in the card's timeline, with buttons that work without opening the application. It is
 * looked for by its origin before it is added, so sending it again draws it anew and never twice: there is nothing
 * further to prove.
 */
export const drawApproval: Command<DrawApprovalPayload> = {
  name: 'draw-approval',
  payload: drawApprovalPayload,

  async send(delivery) {
    const { client, map, payload } = delivery
    const known = await findActivity(delivery)
    const isOver = payload.buttons.length === 0
    if (known === null && isOver) return null
    const fields = {
      completed: isOver ? 'Y' : 'N',
      responsibleId: payload.responsibleId,
      deadline: payload.deadlineAt ? payload.deadlineAt.replace(/\.\d{3}Z$/, '+00:00') : '',
      originId: payload.approvalKey,
      originatorId: 'reis',
      badgeCode: isOver || payload.of !== 'refusal' ? '' : APPROVAL_BADGE,
    }
    const call = async (given: Record<string, unknown>) => {
      const params = { fields: given, layout: layoutOf(payload) }
      const answer = await client.call<{ activity: { id: number | string } }>(
        known === null ? 'crm.activity.configurable.add' : 'crm.activity.configurable.update',
        known === null
          ? { ownerTypeId: typeIdOfCard(payload.card.kind, map), ownerId: payload.card.id, ...params }
          : { id: known, ...params },
      )
      return Number(answer.result.activity.id)
    }
    try {
      return await call({ ...(known === null && { typeId: 'CONFIGURABLE' }), ...fields })
    } catch (error) {
      // A portal fitted before there was a badge: the buttons matter more.
      if (!(error instanceof PortalError) || error.code !== 'WRONG_FIELD_VALUE') throw error
      const { badgeCode: _none, ...rest } = fields
      return await call({ ...(known === null && { typeId: 'CONFIGURABLE' }), ...rest })
    }
  },

  async findProof() {
    return null
  },
}

async function findActivity({ client, payload }: Delivery<DrawApprovalPayload>): Promise<number | null> {
  const answer = await client.call<{ ID: string | number }[]>('crm.activity.list', {
    filter: { ORIGIN_ID: payload.approvalKey },
    select: ['ID'],
    order: { ID: 'ASC' },
  })
  const first = answer.result[0]
  return first ? Number(first.ID) : null
}

function layoutOf({ title, tag, lines, buttons, of, approvalKey }: DrawApprovalPayload) {
  const blocks = Object.fromEntries(
    lines.map(({ title: name, value }, index) => [
      `line${index}`,
      {
        type: 'withTitle',
        properties: { title: name, inline: true, block: { type: 'text', properties: { value, multiline: true } } },
      },
    ]),
  )
  const footer = Object.fromEntries(
    buttons.map(({ action, title: name }, index) => [
      action,
      {
        title: name,
        type: index === 0 ? 'primary' : 'secondary',
        action: { type: 'restEvent', id: action, actionParams: { [of]: approvalKey }, animationType: 'loader' },
      },
    ]),
  )
  return {
    icon: { code: 'attention' },
    header: { title, tags: { state: tag } },
    body: { logo: { code: 'document' }, ...(lines.length > 0 && { blocks }) },
    ...(buttons.length > 0 && { footer: { buttons: footer } }),
  }
}
