import type { Field } from './field.ts'
import { companyType, leadType } from './standard-fields.ts'

/** The type that a field of this kind points at; contacts are told of otherwise. */
const pointsAt: Record<string, number> = { crm_company: companyType, crm_lead: leadType, crm_quote: 7 }

/** A field as the `.fields` methods describe it. */
export function describeField(field: Field): Record<string, unknown> {
  const description: Record<string, unknown> = {
    type: field.type,
    isRequired: field.isRequired,
    isReadOnly: field.isReadOnly,
    isImmutable: field.isImmutable,
    isMultiple: field.isMultiple,
    isDynamic: field.isDynamic,
    title: field.title,
    upperName: field.upperName,
  }
  if (field.statusType !== undefined) description['statusType'] = field.statusType
  if (field.parentEntityTypeId !== undefined) description['settings'] = { parentEntityTypeId: field.parentEntityTypeId }
  const points = pointsAt[field.type]
  if (points !== undefined) description['settings'] = { parentEntityTypeId: points }
  if (field.name === 'contactId') description['isDeprecated'] = true
  if (field.userField) description['settings'] = orEmptyList(field.userField.settings)
  if (field.kind === 'element')
    description['items'] = (field.userField?.elements ?? []).map((element) => ({
      ID: String(element.id),
      VALUE: element.value,
    }))
  return description
}

/** An empty map is an empty list in every answer. */
export const orEmptyList = (map: Record<string, unknown>): Record<string, unknown> | [] =>
  Object.keys(map).length === 0 ? [] : map
