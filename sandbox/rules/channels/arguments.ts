import { emptyArgument, RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, toText } from '../params.ts'
import { companyType, contactType, dealType, leadType } from '../standard-fields.ts'

/** A text that must be there, in this family's words. */
export function argumentText(call: Call, name: string): string {
  const text = toText(anyCase(call.params, name)).trim()
  if (text === '') throw emptyArgument(name)
  return text
}

export function argumentId(call: Call, name: string): number {
  const id = toInteger(argumentText(call, name))
  if (id === null || id <= 0) throw emptyArgument(name)
  return id
}

const types: Record<string, number> = { lead: leadType, deal: dealType, contact: contactType, company: companyType }

/** The card a line's dialogue may be about, for one who sees it. Smart processes have no dialogues. */
export function lineCard(call: Call): { type: string; id: number } {
  const type = argumentText(call, 'CRM_ENTITY_TYPE').toLowerCase()
  const id = argumentId(call, 'CRM_ENTITY')
  const entityTypeId = types[type]
  if (entityTypeId === undefined) throw emptyArgument('CRM_ENTITY_TYPE')
  const item = call.portal.state.items.get(entityTypeId, id)
  const assigned = Number(item?.values['assignedById'])
  if (!item || !call.portal.rights.may(call.caller.userId, entityTypeId, 'read', assigned))
    throw new RestError(403, 'ACCESS_DENIED', 'You do not have access to the specified entity')
  return { type, id }
}
