import { z } from 'zod'
import { NATIVE_TYPES } from '../../portal/schema-map.ts'
import type { Command } from '../command.ts'
import { findByOrigin, ORIGINATOR, phoneField } from '../origin.ts'
import { referredId, stepReference } from './step-reference.ts'

export const addContactPayload = z.object({
  company: stepReference,
  name: z.string(),
  phone: z.string().nullable(),
})
export type AddContactPayload = z.infer<typeof addContactPayload>

/**
 * The person who spoke, as a contact of the carrier's company; one of that company with the same phone is taken
 * instead. Proof: our originatorId and originId.
 */
export const addContact: Command<AddContactPayload> = {
  name: 'add-contact',
  payload: addContactPayload,
  touched: (_payload, portalId) => (portalId ? { kind: 'contact', id: portalId } : null),

  async send(delivery) {
    const { client, payload, chainKey, userId } = delivery
    const companyId = await referredId(delivery, payload.company)
    const known = payload.phone === null ? null : await contactWith(delivery, companyId, payload.phone)
    if (known) return known
    const answer = await client.call<{ item: { id: number } }>('crm.item.add', {
      entityTypeId: NATIVE_TYPES.contact,
      fields: {
        name: payload.name,
        companyId,
        assignedById: userId,
        originatorId: ORIGINATOR,
        originId: chainKey,
        ...phoneField(payload.phone),
      },
    })
    return Number(answer.result.item.id)
  },

  async findProof(delivery) {
    return findByOrigin(delivery, NATIVE_TYPES.contact)
  },
}

async function contactWith(
  { client }: Parameters<typeof referredId>[0] & Parameters<typeof findByOrigin>[0],
  companyId: number,
  phone: string,
): Promise<number | null> {
  const found = await client.call<{ CONTACT?: number[] } | []>('crm.duplicate.findbycomm', {
    type: 'PHONE',
    values: [phone],
    entity_type: 'CONTACT',
  })
  const ids = Array.isArray(found.result) ? [] : (found.result.CONTACT ?? [])
  if (ids.length === 0) return null
  const { result } = await client.call<{ items: { id: number; companyId: number | null }[] }>('crm.item.list', {
    entityTypeId: NATIVE_TYPES.contact,
    filter: { '@id': ids },
    select: ['id', 'companyId'],
    order: { id: 'ASC' },
  })
  return result.items.find((contact) => Number(contact.companyId) === companyId)?.id ?? null
}
