import { z } from 'zod'
import { cardReference } from '../../../contract/card.ts'
import { typeIdOfCard } from '../../portal/schema-map.ts'
import { DeliveryRefusedError, type Command, type Delivery } from '../command.ts'
import { referredId, stepReference } from './step-reference.ts'

export const linkCallerPayload = z.object({
  /** The lead or contact of the caller. */
  card: cardReference,
  company: stepReference,
  contact: stepReference.nullable(),
})
export type LinkCallerPayload = z.infer<typeof linkCallerPayload>

/**
 * Ties the lead, or the contact, of a caller to his company. Proof: read back and compare. A company that somebody has
 * put there meanwhile stays.
 */
export const linkCaller: Command<LinkCallerPayload> = {
  name: 'link-caller',
  payload: linkCallerPayload,
  touched: ({ card }) => card,

  async send(delivery) {
    const { client, map, payload } = delivery
    const { card } = payload
    const wanted = await wantedLinks(delivery)
    const standing = await read(delivery)
    const open = Object.entries(wanted).filter(([name, id]) => Number(standing[name]) !== id)
    if (open.length === 0) return card.id
    const known = Number(standing.companyId)
    if (known > 0 && known !== wanted.companyId)
      throw new DeliveryRefusedError('changed_meanwhile', 'The card is tied to another company')
    await client.call('crm.item.update', {
      entityTypeId: typeIdOfCard(card.kind, map),
      id: card.id,
      // A contact that is there is kept: the caller may have another number.
      fields: Object.fromEntries(open.filter(([name]) => name === 'companyId' || !(Number(standing[name]) > 0))),
    })
    return card.id
  },

  async findProof(delivery) {
    const { companyId } = await wantedLinks(delivery)
    const standing = await read(delivery)
    return Number(standing.companyId) === companyId ? { portalId: delivery.payload.card.id } : null
  },
}

async function wantedLinks(delivery: Delivery<LinkCallerPayload>): Promise<{ companyId: number; contactId?: number }> {
  const { card, company, contact } = delivery.payload
  return {
    companyId: await referredId(delivery, company),
    ...(contact && card.kind === 'lead' && { contactId: await referredId(delivery, contact) }),
  }
}

async function read({ client, map, payload }: Delivery<LinkCallerPayload>): Promise<Record<string, unknown>> {
  const { result } = await client.call<{ item: Record<string, unknown> }>('crm.item.get', {
    entityTypeId: typeIdOfCard(payload.card.kind, map),
    id: payload.card.id,
  })
  return result.item
}
