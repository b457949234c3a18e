import type { PortalClient } from '../portal/portal-client.ts'
import { NATIVE_TYPES } from '../portal/schema-map.ts'

/** The company that has this taxpayer's number in its requisites, the oldest of several; null when none has. */
export async function companyOfTaxNumber(client: PortalClient, taxNumber: string): Promise<number | null> {
  const { result } = await client.call<{ ENTITY_ID: string | number }[]>('crm.requisite.list', {
    filter: { RQ_INN: taxNumber, ENTITY_TYPE_ID: NATIVE_TYPES.company },
    select: ['ID', 'ENTITY_ID'],
    order: { ID: 'ASC' },
  })
  const first = result[0]
  return first ? Number(first.ENTITY_ID) : null
}

/** Whether this company has the number already. */
export async function findRequisite(
  client: PortalClient,
  companyId: number,
  taxNumber: string,
): Promise<{ portalId: number } | null> {
  const { result } = await client.call<{ ID: string | number }[]>('crm.requisite.list', {
    filter: { RQ_INN: taxNumber, ENTITY_TYPE_ID: NATIVE_TYPES.company, ENTITY_ID: companyId },
    select: ['ID'],
    order: { ID: 'ASC' },
  })
  const first = result[0]
  return first ? { portalId: Number(first.ID) } : null
}
