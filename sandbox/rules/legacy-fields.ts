import { checkReading } from './crm-access.ts'
import type { Field } from './field.ts'
import { describeField, orEmptyList } from './field-description.ts'
import { addressNames } from './legacy-addresses.ts'
import { hasMultifields, legacyName, multifieldTypes, oldOnly } from './legacy-names.ts'
import type { Answer, Call } from './method.ts'
import { contactType } from './standard-fields.ts'

/** `crm.lead.fields` and its likes: upper-case names and what stands behind them. */
export function legacyFields(call: Call, entityTypeId: number): Answer {
  checkReading(call, entityTypeId)
  const described: Record<string, unknown> = {}
  for (const field of call.portal.catalogue.of(entityTypeId)?.fields ?? [])
    if (field.isHollow !== true) described[legacyName(entityTypeId, field)] = describe(field, entityTypeId)
  const own = [...addressNames(entityTypeId), ...Object.keys(oldOnly(entityTypeId, null))]
  for (const name of own) described[name] = plain('string', name)
  if (hasMultifields(entityTypeId))
    for (const name of multifieldTypes) described[name] = { ...plain('crm_multifield', name), isMultiple: true }
  return { result: described }
}

/** User fields carry their labels; their title is their own name. */
function describe(field: Field, entityTypeId: number): Record<string, unknown> {
  const { upperName: _upperName, ...rest } = describeField(field)
  const { userField } = field
  if (entityTypeId === contactType && field.name === 'companyId') rest['isDeprecated'] = true
  if (!userField) return rest
  const label = field.title
  return {
    ...rest,
    title: userField.fieldName,
    listLabel: label,
    formLabel: label,
    filterLabel: label,
    settings: orEmptyList(userField.settings),
  }
}

const plain = (type: string, title: string): Record<string, unknown> => ({
  type,
  isRequired: false,
  isReadOnly: false,
  isImmutable: false,
  isMultiple: false,
  isDynamic: false,
  title,
})
