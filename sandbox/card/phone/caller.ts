import type { CallBinding } from '../../rules/phone-calls.ts'
import type { Desk } from '../desk.ts'
import { listItems } from '../item.ts'

/** Which kind the portal takes first when a number belongs to several. */
const ORDER = ['CONTACT', 'COMPANY', 'LEAD'] as const

/** Who a number belongs to, and what of him is bound to the call beside him; nothing where nobody is known. */
export async function callerBy(
  desk: Desk,
  number: string,
): Promise<{ crm: CallBinding | null; bindings: CallBinding[] }> {
  const admin = desk.admin().id
  const params = { type: 'PHONE', values: [number] }
  const answer = await desk.call<Partial<Record<string, number[]>>>(admin, 'crm.duplicate.findbycomm', params)
  const found = ORDER.flatMap((type) => (answer.result[type] ?? []).slice(0, 1).map((id) => ({ type, id })))
  const crm = found[0] ?? null
  return { crm, bindings: crm ? await withOpenDeal(desk, crm, found) : [] }
}

/** The newest deal under way of that client comes first, as the portal lists it. */
export async function withOpenDeal(desk: Desk, crm: CallBinding, others: CallBinding[]): Promise<CallBinding[]> {
  const key = { CONTACT: 'contactId', COMPANY: 'companyId' }[crm.type as string]
  if (!key) return others
  const query = { filter: { [key]: crm.id, stageSemanticId: 'P' }, order: { id: 'DESC' as const }, select: ['id'] }
  const { items } = await listItems(desk, desk.admin().id, 2, query)
  return [...items.slice(0, 1).map(({ id }) => ({ type: 'DEAL' as const, id })), ...others]
}
