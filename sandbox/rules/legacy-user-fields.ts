import type { UserField } from '../state/user-fields.ts'
import { userFieldEntities } from './catalogue.ts'
import { accessDenied, RestError, withoutCode } from './errors.ts'
import type { Answer, Call, Method } from './method.ts'
import { anyCase, isYes, toInteger, toMap, toText, type Params } from './params.ts'
import { selectRows } from './rows.ts'
import { schemaChanged } from './schema-events.ts'
import { userFieldEvent, userTypes } from './user-field-access.ts'
import { printUserField } from './user-field-print.ts'
import { readChangeable, readElements } from './user-field-read.ts'

const longest = 50

/** The upper-case rows of `crm.deal.userfield.*`: `EDIT_FORM_LABEL` is a text in the asked language, or all of them. */
function print(field: UserField): Params {
  const printed = printUserField(field, true)
  const row: Params = {}
  for (const [name, value] of Object.entries(printed)) row[toUpper(name)] = value
  const { ENUM, LANGUAGE_ID: _languages, ...rest } = row
  return { ...rest, ...(ENUM === undefined ? {} : { LIST: upperRows(ENUM) }) }
}

const toUpper = (name: string): string => name.replace(/([A-Z])/g, '_$1').toUpperCase()

const upperRows = (rows: unknown): Params[] =>
  (rows as Params[]).map((row) => ({
    ID: row['id'],
    SORT: row['sort'],
    VALUE: row['value'],
    DEF: row['def'],
    XML_ID: row['xmlId'],
  }))

/** EDIT_FORM_LABEL → editFormLabel; LABEL stands in where there is none. */
function toNewer(fields: Params): Params {
  const given: Params = {}
  for (const [name, value] of Object.entries(fields))
    given[name.toLowerCase().replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())] = value
  given['editFormLabel'] ??= given['label']
  return given
}

const elementsOf = (raw: unknown): unknown[] =>
  (Array.isArray(raw) ? raw : Object.values(toMap(raw))).map((row: unknown) => toNewer(toMap(row)))

/** The field by its `id`, of that type of items. */
function fieldOf(call: Call, entityTypeId: number): UserField {
  const id = toInteger(anyCase(call.params, 'id'))
  if (id === null || id <= 0) throw withoutCode('ID is not defined or invalid.')
  const field = call.portal.state.userFields.list().find((one) => one.id === id)
  if (!field || field.entityId !== userFieldEntities[entityTypeId])
    throw new RestError(400, 'ERROR_NOT_FOUND', `The entity with ID '${id}' is not found.`)
  return field
}

export const listUserFields = (entityTypeId: number): Method => ({
  scope: 'crm',
  adminOnly: accessDenied,
  run(call): Answer {
    const own = call.portal.state.userFields
      .list()
      .filter((field) => field.entityId === userFieldEntities[entityTypeId])
    const rows = selectRows(
      own.map(print),
      anyCase(call.params, 'filter'),
      anyCase(call.params, 'order') ?? { ID: 'ASC' },
    )
    return { result: rows, total: rows.length, rows: rows.length }
  },
})

export const getUserField = (entityTypeId: number): Method => ({
  scope: 'crm',
  adminOnly: accessDenied,
  run: (call) => ({ result: print(fieldOf(call, entityTypeId)) }),
})

/** The name may come without its `UF_CRM_`; types that applications have registered are refused, as they really are. */
export const addUserField = (entityTypeId: number): Method => ({
  scope: 'crm',
  isWrite: true,
  adminOnly: accessDenied,
  run(call): Answer {
    const { state, random } = call.portal
    const fields = toNewer(toMap(anyCase(call.params, 'fields')))
    const name = toText(fields['fieldName']).toUpperCase()
    const userTypeId = toText(fields['userTypeId'])
    if (name === '') throw withoutCode("The 'FIELD_NAME' field is not found.")
    if (userTypeId === '') throw withoutCode("The 'USER_TYPE_ID' field is not found.")
    if (!userTypes.has(userTypeId)) throw new RestError(400, 'ERROR_CORE', 'Fail to create new user field.')
    const fieldName = name.startsWith('UF_CRM_') ? name : `UF_CRM_${name}`
    const entityId = userFieldEntities[entityTypeId] ?? ''
    if (fieldName.length > longest || !/^[A-Z0-9_]+$/.test(fieldName))
      throw new RestError(400, 'ERROR_CORE', 'Wrong FIELD_NAME.')
    if (state.userFields.list().some((known) => known.entityId === entityId && known.fieldName === fieldName))
      throw new RestError(400, 'ERROR_CORE', `Field ${fieldName} already exists.`)
    const field = readChangeable(fields, {
      id: state.meta.nextId('userField'),
      entityId,
      fieldName,
      userTypeId,
      xmlId: null,
      sort: 100,
      multiple: isYes(fields['multiple']),
      mandatory: false,
      showFilter: 'N',
      editInList: 'Y',
      isSearchable: 'N',
      settings: {},
      label: {},
      help: {},
      elements: [],
    })
    if (userTypeId === 'enumeration')
      field.elements = readElements(elementsOf(fields['list']), [], () => state.meta.nextId('enum'), random)
    state.db.transaction(() => state.userFields.save(field))()
    changed(call, field, 'ADD')
    return { result: field.id }
  },
})

export const updateUserField = (entityTypeId: number): Method => ({
  scope: 'crm',
  isWrite: true,
  adminOnly: accessDenied,
  run(call): Answer {
    const { state, random } = call.portal
    const fields = toNewer(toMap(anyCase(call.params, 'fields')))
    const field = readChangeable(fields, fieldOf(call, entityTypeId))
    const list = fields['list']
    if (field.userTypeId === 'enumeration' && list !== undefined)
      field.elements = readElements(elementsOf(list), field.elements, () => state.meta.nextId('enum'), random)
    state.db.transaction(() => state.userFields.save(field))()
    changed(call, field, 'UPDATE')
    if (list !== undefined) changed(call, field, 'SETENUMVALUES')
    return { result: true }
  },
})

export const deleteUserField = (entityTypeId: number): Method => ({
  scope: 'crm',
  isWrite: true,
  adminOnly: accessDenied,
  run(call): Answer {
    const field = fieldOf(call, entityTypeId)
    call.portal.state.userFields.remove(field.id)
    changed(call, field, 'DELETE')
    return { result: true }
  },
})

function changed(call: Call, field: UserField, action: 'ADD' | 'UPDATE' | 'DELETE' | 'SETENUMVALUES'): void {
  const subject = { ID: field.id, ENTITY_ID: field.entityId, FIELD_NAME: field.fieldName }
  schemaChanged(call, userFieldEvent(field.entityId, action), subject)
}
