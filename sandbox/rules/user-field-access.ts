import type { UserField } from '../state/user-fields.ts'
import { userFieldEntities } from './catalogue.ts'
import { missingParameter, withoutCode } from './errors.ts'
import type { Call } from './method.ts'
import { requiredId, toText } from './params.ts'

/** The types user fields may have here. */
export const userTypes = new Set([
  'string',
  'integer',
  'double',
  'boolean',
  'date',
  'datetime',
  'enumeration',
  'money',
  'file',
  'url',
  'address',
  'employee',
  'crm',
  'crm_status',
])

/** Only CRM has user fields in this portal. */
export function crmModule(call: Call): void {
  const moduleId = toText(call.params['moduleId'])
  if (moduleId === '') throw missingParameter('moduleId')
  if (moduleId !== 'crm') throw withoutCode('The module is not found')
}

export function userFieldOf(call: Call, refusal: string): UserField {
  const id = requiredId(call.params, 'id')
  const field = call.portal.state.userFields.list().find((candidate) => candidate.id === id)
  if (!field) throw withoutCode(refusal)
  return field
}

/** The entity a field may be created for: a native one or an existing smart process. */
export function isKnownEntity(call: Call, entityId: string): boolean {
  if (Object.values(userFieldEntities).includes(entityId)) return true
  return call.portal.types.list().some((type) => `CRM_${type.id}` === entityId)
}

/** The name of the event that fits the field's owner. */
export function userFieldEvent(entityId: string, action: 'ADD' | 'UPDATE' | 'DELETE' | 'SETENUMVALUES'): string {
  const native = Object.values(userFieldEntities).includes(entityId)
  return native ? `ONCRM${entityId.slice('CRM_'.length)}USERFIELD${action}` : `ONCRMTYPEUSERFIELD${action}`
}
