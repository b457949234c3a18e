import type { State } from '../state/state.ts'
import type { UserField } from '../state/user-fields.ts'
import { kindOf, type Field } from './field.ts'
import { toCamelName } from './names.ts'
import { stageDictionary } from './stages.ts'
import { companyType, contactType, dealType, leadType, nativeTypes, standardFields } from './standard-fields.ts'

/** All fields of one type, found by the names callers use. */
export interface TypeCatalogue {
  entityTypeId: number
  fields: Field[]
  /** As answers and requests spell them: user fields by UF_ names (`original`) or in camelCase. */
  byName(name: string, original: boolean): Field | undefined
  nameOf(field: Field, original: boolean): string
  /** All fields with the names answers give them, in their order. */
  named(original: boolean): readonly NamedField[]
}

export interface NamedField {
  name: string
  field: Field
}

export const userFieldEntities: Record<number, string> = {
  [leadType]: 'CRM_LEAD',
  [dealType]: 'CRM_DEAL',
  [contactType]: 'CRM_CONTACT',
  [companyType]: 'CRM_COMPANY',
}

export type Catalogue = ReturnType<typeof createCatalogue>

/** Knows the fields of every type; `forget` is called whenever types, relations or user fields change. */
export function createCatalogue(state: State) {
  let known = new Map<number, TypeCatalogue | null>()

  function build(entityTypeId: number): TypeCatalogue | null {
    const type = state.types.byEntityTypeId(entityTypeId)
    if (!type && !nativeTypes.includes(entityTypeId)) return null
    const fields = standardFields(entityTypeId, type)
    if (type) nameStages(fields, entityTypeId)
    for (const relation of state.types.relations())
      if (relation.childTypeId === entityTypeId)
        fields.push(parentField(relation.parentTypeId, titleOf(relation.parentTypeId)))
    const entityId = type ? `CRM_${type.id}` : userFieldEntities[entityTypeId]
    for (const userField of state.userFields.list())
      if (userField.entityId === entityId) fields.push(dynamicField(userField))
    // Names are made once: a page of a list needs thousands of them.
    const originalNames = fields.map((field): NamedField => ({ name: field.name, field }))
    const camelNames = fields.map((field): NamedField => ({
      name: field.isDynamic ? toCamelName(field.name) : field.name,
      field,
    }))
    const original = new Map(originalNames.map(({ name, field }) => [name, field]))
    const camel = new Map(camelNames.map(({ name, field }) => [name, field]))
    return {
      entityTypeId,
      fields,
      byName: (name, isOriginal) => (isOriginal ? original : camel).get(name),
      named: (isOriginal) => (isOriginal ? originalNames : camelNames),
      nameOf: (field, isOriginal) => (field.isDynamic && !isOriginal ? toCamelName(field.name) : field.name),
    }
  }

  /** The stages of a smart process depend on the funnel; the description names the first one's. */
  function nameStages(fields: Field[], entityTypeId: number): void {
    const categories = state.types.categories(entityTypeId)
    const first = categories.find((category) => category.isDefault) ?? categories[0]
    for (const field of fields)
      if (first && (field.name === 'stageId' || field.name === 'previousStageId'))
        field.statusType = stageDictionary(entityTypeId, first.id)
  }

  function titleOf(entityTypeId: number): string {
    const native: Record<number, string> = { 1: 'Лид', 2: 'Сделка', 3: 'Контакт', 4: 'Компания' }
    return native[entityTypeId] ?? state.types.byEntityTypeId(entityTypeId)?.title ?? String(entityTypeId)
  }

  return {
    /** Null when there is no such type. */
    of(entityTypeId: number): TypeCatalogue | null {
      let found = known.get(entityTypeId)
      if (found === undefined) {
        found = build(entityTypeId)
        known.set(entityTypeId, found)
      }
      return found
    },
    titleOf,
    forget(): void {
      known = new Map()
    },
  }
}

function parentField(parentEntityTypeId: number, title: string): Field {
  return {
    name: `parentId${parentEntityTypeId}`,
    upperName: `PARENT_ID_${parentEntityTypeId}`,
    type: 'crm_entity',
    kind: 'integer',
    title,
    isRequired: false,
    isReadOnly: false,
    isImmutable: false,
    isMultiple: false,
    isDynamic: false,
    parentEntityTypeId,
  }
}

function dynamicField(userField: UserField): Field {
  return {
    name: userField.fieldName,
    upperName: userField.fieldName,
    type: userField.userTypeId,
    kind: kindOf(userField.userTypeId, true),
    title: userField.label['ru'] ?? userField.label['en'] ?? userField.fieldName,
    isRequired: userField.mandatory,
    isReadOnly: false,
    isImmutable: false,
    isMultiple: userField.multiple,
    isDynamic: true,
    userField,
  }
}
