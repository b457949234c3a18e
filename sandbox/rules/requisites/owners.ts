import type { TextRecord } from '../../state/requisites.ts'
import { mayTouch } from '../cards.ts'
import { withoutCode } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, type Params } from '../params.ts'
import { companyType, contactType, leadType } from '../standard-fields.ts'

const requisiteType = 8

/** A whole number among the fields, or the module's complaint, which has no code. */
export function requiredNumber(fields: Params, name: string, least = 1): number {
  const value = toInteger(anyCase(fields, name))
  if (value === null || value < least) throw withoutCode(`${name} is not defined or invalid.`)
  return value
}

export const denied = (): Error => withoutCode('Access denied.')

/** Whether the caller may touch the company or contact that a requisite belongs to. */
export const mayTouchRequisite = (call: Call, { values }: TextRecord, action: 'read' | 'write'): boolean =>
  mayTouch(call, { entityTypeId: Number(values['ENTITY_TYPE_ID']), id: Number(values['ENTITY_ID']) }, action)

/** The company or contact a new requisite is for. Throws in the module's words. */
export function checkRequisiteOwner(call: Call, fields: Params): void {
  const entityTypeId = requiredNumber(fields, 'ENTITY_TYPE_ID')
  if (entityTypeId !== contactType && entityTypeId !== companyType)
    throw withoutCode('ENTITY_TYPE_ID is not defined or invalid.')
  const id = requiredNumber(fields, 'ENTITY_ID')
  if (!call.portal.state.items.exists(entityTypeId, id)) throw withoutCode('Entity not found.')
  if (!mayTouch(call, { entityTypeId, id }, 'write')) throw denied()
}

/** The requisite, for one who may touch its owner. Throws in the module's words. */
export function requisiteFor(call: Call, id: number, action: 'read' | 'write'): TextRecord {
  const requisite = call.portal.state.legal.requisites.get(id)
  if (!requisite) throw withoutCode(`The Requisite with ID '${id}' is not found`)
  if (!mayTouchRequisite(call, requisite, action)) throw denied()
  return requisite
}

/** The account, for one who may touch the owner of its requisite. */
export function bankDetailFor(call: Call, id: number, action: 'read' | 'write'): TextRecord {
  const detail = call.portal.state.legal.bankDetails.get(id)
  if (!detail) throw withoutCode(`The RequisiteBankDetail with ID '${id}' is not found`)
  requisiteFor(call, Number(detail.values['ENTITY_ID']), action)
  return detail
}

/** An address stands on a requisite or on a lead; its anchor is the card where it shows. */
export function addressAnchor(call: Call, values: Record<string, string | null>): { type: number; id: number } | null {
  const [type, id] = [Number(values['ENTITY_TYPE_ID']), Number(values['ENTITY_ID'])]
  if (type === leadType) return { type, id }
  const requisite = type === requisiteType ? call.portal.state.legal.requisites.get(id) : null
  if (!requisite) return null
  return { type: Number(requisite.values['ENTITY_TYPE_ID']), id: Number(requisite.values['ENTITY_ID']) }
}

export const isAddressOwner = (entityTypeId: number): boolean =>
  entityTypeId === leadType || entityTypeId === requisiteType
