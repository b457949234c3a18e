import type { Portal } from '../portal.ts'
import type { Item, Multifield } from '../state/items.ts'
import type { TypeCatalogue } from './catalogue.ts'
import type { Field } from './field.ts'
import { contactType, companyType, dealType, leadType } from './standard-fields.ts'
import { toPrinted } from './values.ts'

const withMultifields = new Set([leadType, contactType, companyType])

export interface PrintOptions {
  /** User fields by their UF_ names. */
  original: boolean
  /** Only these fields; all when absent. */
  only?: Set<Field>
}

/** An item as `crm.item.*` answers it. */
export function printItem(
  portal: Portal,
  catalogue: TypeCatalogue,
  item: Item,
  options: PrintOptions,
): Record<string, unknown> {
  const multifields =
    withMultifields.has(item.entityTypeId) && needsMultifields(options)
      ? portal.state.items.multifields(item.entityTypeId, item.id)
      : []
  const printed: Record<string, unknown> = {}
  for (const field of catalogue.fields) {
    if (options.only && !options.only.has(field)) continue
    printed[catalogue.nameOf(field, options.original)] = valueOf(field, item, multifields)
  }
  if (options.only) return printed
  if (withMultifields.has(item.entityTypeId)) printed['fm'] = multifields
  if (catalogue.fields.some((field) => field.name === 'contactIds' && field.isOff !== true))
    printed['contacts'] = contactLinks(item)
  printed['entityTypeId'] = item.entityTypeId
  return printed
}

const needsMultifields = (options: PrintOptions): boolean =>
  options.only === undefined || [...options.only].some((field) => field.name.startsWith('has'))

function valueOf(field: Field, item: Item, multifields: Multifield[]): unknown {
  if (field.name === 'id') return item.id
  if (field.name === 'hasPhone') return multifields.some((row) => row.typeId === 'PHONE') ? 'Y' : 'N'
  if (field.name === 'hasEmail') return multifields.some((row) => row.typeId === 'EMAIL') ? 'Y' : 'N'
  if (field.name === 'hasImol') return multifields.some((row) => row.typeId === 'IM') ? 'Y' : 'N'
  if (item.entityTypeId === dealType && field.name === 'closed')
    return item.values['stageSemanticId'] === 'P' ? 'N' : 'Y'
  if (field.name === 'contactIds') return printContacts(field, item)
  return toPrinted(field, item.values[field.name])
}

function printContacts(field: Field, item: Item): unknown {
  if (field.isOff === true) return null
  const list = item.values['contactIds']
  if (Array.isArray(list)) return list
  const only = item.values['contactId']
  return typeof only === 'number' ? [only] : []
}

function contactLinks(item: Item): Record<string, unknown>[] {
  const list = item.values['contactIds']
  const ids = Array.isArray(list) ? list : item.values['contactId'] == null ? [] : [item.values['contactId']]
  return ids.map((contactId, index) => ({
    contactId,
    sort: (index + 1) * 10,
    roleId: 0,
    isPrimary: index === 0 ? 'Y' : 'N',
  }))
}
