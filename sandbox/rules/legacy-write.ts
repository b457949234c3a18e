import { contactType } from './standard-fields.ts'
import type { Item } from '../state/items.ts'
import type { TypeCatalogue } from './catalogue.ts'
import { RestError, withoutCode } from './errors.ts'
import { addItem, deleteItem, updateItem } from './item-write.ts'
import { writeCardAddresses } from './legacy-addresses.ts'
import { legacyName, multifieldTypes } from './legacy-names.ts'
import type { Answer, Call } from './method.ts'
import { anyCase, toInteger, toMap, toText, type Params } from './params.ts'
import type { Deed } from './rights.ts'
import { asList } from './values.ts'

/** `crm.lead.add` and its likes: the new item's number. */
export function legacyAdd(call: Call, entityTypeId: number): Answer {
  const catalogue = catalogueOf(call, entityTypeId)
  const fields = fieldsOf(call)
  const item = inOldWords(() => addItem(call, catalogue, toNewNames(catalogue, fields), true))
  writeCardAddresses(call.portal.state, entityTypeId, item.id, fields)
  return { result: item.id }
}

export function legacyUpdate(call: Call, entityTypeId: number): Answer {
  const catalogue = catalogueOf(call, entityTypeId)
  const item = legacyItem(call, entityTypeId, 'write')
  const fields = fieldsOf(call)
  inOldWords(() => updateItem(call, catalogue, item, toNewNames(catalogue, fields), true))
  writeCardAddresses(call.portal.state, entityTypeId, item.id, fields)
  return { result: true }
}

export function legacyDelete(call: Call, entityTypeId: number): Answer {
  deleteItem(call, legacyItem(call, entityTypeId, 'delete'))
  return { result: true }
}

function fieldsOf(call: Call): Params {
  const fields = anyCase(call.params, 'fields')
  if (typeof fields !== 'object' || fields === null) throw withoutCode("Parameter 'fields' must be array.")
  return toMap(fields)
}

function catalogueOf(call: Call, entityTypeId: number): TypeCatalogue {
  const catalogue = call.portal.catalogue.of(entityTypeId)
  if (!catalogue) throw withoutCode('Not found')
  return catalogue
}

/** Contacts alone say it with a code when they are to be deleted. */
const elementNotFound = (): RestError => new RestError(400, 'ERROR_CORE', 'Element not found')

/** The item by its `id`, for one who may do that with it. */
export function legacyItem(call: Call, entityTypeId: number, deed: Deed): Item {
  const id = toInteger(anyCase(call.params, 'id'))
  if (id === null || id <= 0) throw withoutCode('ID is not defined or invalid.')
  const item = call.portal.state.items.get(entityTypeId, id)
  if (!item) throw deed === 'delete' && entityTypeId === contactType ? elementNotFound() : withoutCode('Not found')
  if (!call.portal.rights.may(call.caller.userId, entityTypeId, deed, Number(item.values['assignedById'])))
    throw withoutCode('Access denied.')
  return item
}

/** The older methods refuse in words alone. */
function inOldWords<T>(write: () => T): T {
  try {
    return write()
  } catch (error) {
    if (error instanceof RestError && error.code !== 'ERROR_CORE')
      throw withoutCode(error.code === 'ACCESS_DENIED' ? 'Access denied.' : error.description)
    throw error
  }
}

/** STATUS_ID → stageId, PHONE → rows of `fm`; user fields keep their names, others the type has not are dropped. */
function toNewNames(catalogue: TypeCatalogue, fields: Params): Params {
  const byName = new Map(catalogue.fields.map((field) => [legacyName(catalogue.entityTypeId, field), field.name]))
  const renamed: Params = {}
  const rows: Params[] = []
  for (const [name, value] of Object.entries(fields)) {
    const upper = name.toUpperCase()
    const known = byName.get(upper)
    if (multifieldTypes.includes(upper)) rows.push(...multifieldRows(upper, value))
    else if (known !== undefined) renamed[known] = value
  }
  if (rows.length > 0) renamed['fm'] = rows
  return renamed
}

/** A row marked for deletion is one without a value. */
function multifieldRows(typeId: string, raw: unknown): Params[] {
  return asList(raw).map((entry) => {
    const row = typeof entry === 'object' ? toMap(entry) : { VALUE: entry }
    const isDoomed = toText(anyCase(row, 'DELETE')) === 'Y'
    return { ...row, TYPE_ID: typeId, ...(isDoomed ? { VALUE: '' } : {}) }
  })
}
