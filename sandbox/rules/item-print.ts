import type { Portal } from '../portal.ts'
import type { Item, Multifield } from '../state/items.ts'
import type { TypeCatalogue } from './catalogue.ts'
import type { Field } from './field.ts'
import { contactType, companyType, dealType, leadType } from './standard-fields.ts'
import { isPrintedAsKept, toPrinted } from './values.ts'

const withMultifields = new Set([leadType, contactType, companyType])

export interface PrintOptions {
  /** User fields by their UF_ names. */
  original: boolean
  /** Only these fields; all when absent. */
  only?: Set<Field>
}

/** An item as `crm.item.*` answers it. */
export const printItem = (
  portal: Portal,
  catalogue: TypeCatalogue,
  item: Item,
  options: PrintOptions,
): Record<string, unknown> => createPrinter(portal, catalogue, options)(item)

/** The same for many items: what does not depend on the item is found out once. */
export function createPrinter(
  portal: Portal,
  catalogue: TypeCatalogue,
  options: PrintOptions,
): (item: Item) => Record<string, unknown> {
  const { entityTypeId } = catalogue
  const { only } = options
  const all = catalogue.named(options.original)
  const parts = (only ? all.filter(({ field }) => only.has(field)) : all).map(({ name, field }) => ({
    name,
    read: readerOf(field, entityTypeId),
  }))
  const bringsMultifields = withMultifields.has(entityTypeId)
  const needsMultifields = bringsMultifields && (!only || [...only].some((field) => field.name.startsWith('has')))
  const hasContacts = catalogue.fields.some((field) => field.name === 'contactIds' && field.isOff !== true)
  return (item) => {
    const multifields = needsMultifields ? portal.state.items.multifields(entityTypeId, item.id) : none
    const printed: Record<string, unknown> = {}
    for (const { name, read } of parts) printed[name] = read(item, multifields)
    if (only) return printed
    if (bringsMultifields) printed['fm'] = multifields
    if (hasContacts) printed['contacts'] = contactLinks(item)
    printed['entityTypeId'] = entityTypeId
    return printed
  }
}

const none: Multifield[] = []

type Reader = (item: Item, multifields: Multifield[]) => unknown

function readerOf(field: Field, entityTypeId: number): Reader {
  const { name } = field
  if (name === 'id') return (item) => item.id
  const multifield = { hasPhone: 'PHONE', hasEmail: 'EMAIL', hasImol: 'IM' }[name]
  if (multifield !== undefined)
    return (_item, multifields) => (multifields.some((row) => row.typeId === multifield) ? 'Y' : 'N')
  if (entityTypeId === dealType && name === 'closed')
    return (item) => (item.values['stageSemanticId'] === 'P' ? 'N' : 'Y')
  if (name === 'contactIds') return (item) => printContacts(field, item)
  if (field.isOff === true || field.isHollow === true) return () => null
  if (!field.isMultiple && isPrintedAsKept(field)) return (item) => item.values[name] ?? null
  return (item) => toPrinted(field, item.values[name])
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
