import { z } from 'zod'
import { NATIVE_TYPES } from '../../portal/schema-map.ts'
import type { Command } from '../command.ts'
import { DeliveryRefusedError } from '../command.ts'
import { findRequisite } from '../requisites.ts'
import { referredId, stepReference } from './step-reference.ts'

export const addRequisitePayload = z.object({
  company: stepReference,
  title: z.string(),
  taxNumber: z.string(),
  /** A sole trader has another set of requisites, and no КПП. */
  isPerson: z.boolean(),
  kpp: z.string().nullable(),
  registerNumber: z.string().nullable(),
})
export type AddRequisitePayload = z.infer<typeof addRequisitePayload>

/** The taxpayer's number of a company, as the portal's own requisites. Proof: the number stands there. */
export const addRequisite: Command<AddRequisitePayload> = {
  name: 'add-requisite',
  payload: addRequisitePayload,

  async send(delivery) {
    const { client, payload } = delivery
    const companyId = await referredId(delivery, payload.company)
    const known = await findRequisite(client, companyId, payload.taxNumber)
    if (known) return known.portalId
    const answer = await client.call<number | string>('crm.requisite.add', {
      fields: {
        ENTITY_TYPE_ID: NATIVE_TYPES.company,
        ENTITY_ID: companyId,
        PRESET_ID: await presetId(client, payload.isPerson),
        NAME: payload.title,
        RQ_COMPANY_NAME: payload.title,
        RQ_INN: payload.taxNumber,
        ...(payload.kpp && !payload.isPerson && { RQ_KPP: payload.kpp }),
        ...(payload.registerNumber && { [payload.isPerson ? 'RQ_OGRNIP' : 'RQ_OGRN']: payload.registerNumber }),
      },
    })
    return Number(answer.result)
  },

  async findProof(delivery) {
    const companyId = await referredId(delivery, delivery.payload.company)
    return findRequisite(delivery.client, companyId, delivery.payload.taxNumber)
  },
}

/** Sets of requisites are the portal's own; the usual ones tell by their marks whose they are. */
async function presetId(client: Parameters<typeof findRequisite>[0], isPerson: boolean): Promise<number> {
  const { result } = await client.call<{ ID: string | number; XML_ID?: string | null; NAME?: string }[]>(
    'crm.requisite.preset.list',
    { select: ['ID', 'XML_ID', 'NAME'], order: { SORT: 'ASC' }, filter: { ACTIVE: 'Y' } },
  )
  const wanted = isPerson ? /INDIVIDUAL|ИП|предприниматель/i : /COMPANY|организац|юр/i
  const found = result.find(({ XML_ID, NAME }) => wanted.test(`${XML_ID ?? ''} ${NAME ?? ''}`)) ?? result[0]
  if (!found) throw new DeliveryRefusedError('field_missing', 'This portal has no requisites')
  return Number(found.ID)
}
