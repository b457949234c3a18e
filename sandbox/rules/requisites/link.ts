import type { Item } from '../../state/items.ts'
import { withoutCode } from '../errors.ts'
import type { Call } from '../method.ts'
import type { Params } from '../params.ts'
import { companyType, contactType } from '../standard-fields.ts'
import { requiredNumber } from './owners.ts'

interface Side {
  requisite: number
  account: number
  /** What the refusals call it: `` for the client's, ` of your company` for ours. */
  words: string
  /** Whose the requisite should be, in the refusals. */
  owner: string
  mayOwn: (entityTypeId: number, entityId: number) => boolean
}

/** Each side's requisite must be the client's or our own company's, and each account the requisite's. */
export function checkLinked(call: Call, item: Item, fields: Params): void {
  const { items } = call.portal.state
  const ours: Side = {
    requisite: requiredNumber(fields, 'MC_REQUISITE_ID', 0),
    account: requiredNumber(fields, 'MC_BANK_DETAIL_ID', 0),
    words: ' of your company',
    owner: `your company with ID '${Number(item.values['mycompanyId'] ?? 0)}'`,
    mayOwn: (type, id) => type === companyType && items.get(type, id)?.values['isMyCompany'] === 'Y',
  }
  const client: Side = {
    requisite: requiredNumber(fields, 'REQUISITE_ID', 0),
    account: requiredNumber(fields, 'BANK_DETAIL_ID', 0),
    words: '',
    owner: `Company with ID '${Number(item.values['companyId'] ?? 0)}'`,
    mayOwn: (type, id) => isClientOf(item, type, id),
  }
  for (const side of [client, ours]) checkSide(call, side)
}

function checkSide(call: Call, { requisite, account, words, owner, mayOwn }: Side): void {
  const { requisites, bankDetails } = call.portal.state.legal
  if (requisite > 0) {
    const known = requisites.get(requisite)
    if (!known) throw withoutCode(`The Requisite${words} with ID '${requisite}' is not found`)
    const [type, id] = [Number(known.values['ENTITY_TYPE_ID']), Number(known.values['ENTITY_ID'])]
    if (!mayOwn(type, id)) throw withoutCode(`The Requisite with ID '${requisite}' is not assigned to ${owner}`)
  }
  if (account === 0) return
  const detail = bankDetails.get(account)
  if (!detail) throw withoutCode(`The BankDetail${words} with ID '${account}' is not found`)
  if (detail.values['ENTITY_ID'] !== String(requisite))
    throw withoutCode(
      `The BankDetail${words} with ID '${account}' is not assigned to Requisite${words} with ID '${requisite}'`,
    )
}

function isClientOf({ values }: Item, entityTypeId: number, entityId: number): boolean {
  if (entityTypeId === companyType) return values['companyId'] === entityId
  const contacts = Array.isArray(values['contactIds']) ? values['contactIds'] : [values['contactId']]
  return entityTypeId === contactType && contacts.includes(entityId)
}
