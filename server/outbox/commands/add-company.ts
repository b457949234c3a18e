import { z } from 'zod'
import { NATIVE_TYPES } from '../../portal/schema-map.ts'
import type { Command, Delivery } from '../command.ts'
import { findByOrigin, ORIGINATOR, phoneField } from '../origin.ts'
import { companyOfTaxNumber } from '../requisites.ts'

export const addCompanyPayload = z.object({
  title: z.string(),
  taxNumber: z.string().nullable(),
  /** E.164, or as it was typed where it could not be understood. */
  phone: z.string().nullable(),
})
export type AddCompanyPayload = z.infer<typeof addCompanyPayload>

/**
 * A carrier's company; one that the portal knows by its taxpayer's number, or by name and phone, is taken instead of
 * made twice. Proof: our originatorId and originId.
 */
export const addCompany: Command<AddCompanyPayload> = {
  name: 'add-company',
  payload: addCompanyPayload,
  touched: (_payload, portalId) => (portalId ? { kind: 'company', id: portalId } : null),

  async send(delivery) {
    const { client, payload, chainKey, userId } = delivery
    const known = await standing(delivery)
    if (known) return known
    const answer = await client.call<{ item: { id: number } }>('crm.item.add', {
      entityTypeId: NATIVE_TYPES.company,
      fields: {
        title: payload.title,
        typeId: 'SUPPLIER',
        assignedById: userId,
        originatorId: ORIGINATOR,
        originId: chainKey,
        ...phoneField(payload.phone),
      },
    })
    return Number(answer.result.item.id)
  },

  async findProof(delivery) {
    return findByOrigin(delivery, NATIVE_TYPES.company)
  },
}

async function standing({ client, payload }: Delivery<AddCompanyPayload>): Promise<number | null> {
  if (payload.taxNumber !== null) return companyOfTaxNumber(client, payload.taxNumber)
  if (payload.phone === null) return null
  const found = await client.call<{ COMPANY?: number[] } | []>('crm.duplicate.findbycomm', {
    type: 'PHONE',
    values: [payload.phone],
    entity_type: 'COMPANY',
  })
  const ids = Array.isArray(found.result) ? [] : (found.result.COMPANY ?? [])
  if (ids.length === 0) return null
  const { result } = await client.call<{ items: { id: number; title: string }[] }>('crm.item.list', {
    entityTypeId: NATIVE_TYPES.company,
    filter: { '@id': ids },
    select: ['id', 'title'],
    order: { id: 'ASC' },
  })
  return result.items.find(({ title }) => bare(title) === bare(payload.title))?.id ?? null
}

/** «ООО «Волга-Транс»» and «Волга Транс ООО» are one name; two people seldom write it alike. */
function bare(title: string): string {
  return title
    .toLocaleLowerCase('ru')
    .replaceAll(/(?<![а-яё])(?:ооо|зао|оао|пао|ао|ип)(?![а-яё])/g, '')
    .replaceAll(/[^\p{L}\d]/gu, '')
}
