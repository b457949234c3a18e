import { checkReading } from './crm-access.ts'
import type { Portal } from '../portal.ts'
import type { Item } from '../state/items.ts'
import type { TypeCatalogue } from './catalogue.ts'
import { invalidArgument, withoutCode } from './errors.ts'
import type { Field } from './field.ts'
import { listItems } from './item-list.ts'
import { addressNames, printCardAddresses } from './legacy-addresses.ts'
import { legacyName, oldOnly } from './legacy-names.ts'
import { legacyItem } from './legacy-write.ts'
import type { Answer, Call } from './method.ts'
import { anyCase, toMap, toText } from './params.ts'
import { toPrinted, asList } from './values.ts'

/** One page of `crm.company.list` and its likes: upper-case names, every scalar as text. */
export function legacyList(call: Call, entityTypeId: number): Answer {
  const { portal, params } = call
  checkReading(call, entityTypeId)
  for (const name of ['order', 'filter'])
    if (typeof (anyCase(params, name) ?? {}) !== 'object') throw withoutCode(`Parameter '${name}' must be array.`)
  const catalogue = catalogueOf(portal, entityTypeId)
  const byName = new Map(catalogue.fields.map((field) => [legacyName(catalogue.entityTypeId, field), field]))
  const names = asList(anyCase(params, 'select')).map((name) => toText(name).toUpperCase())
  const isAll = names.length === 0 || names.includes('*')
  const visible = portal.rights.visibility(call.caller.userId, entityTypeId, 'read')
  const page = listItems(portal, catalogue, {
    filter: legacyFilter(portal, entityTypeId, toMap(anyCase(params, 'filter')), byName),
    order: upperKeys(toMap(anyCase(params, 'order')), byName),
    start: call.start,
    find: (name) => byName.get(name.toUpperCase()),
    visible,
  })
  const showsAddress = isAll || addressNames(entityTypeId).some((name) => names.includes(name))
  const addressesOf = (item: Item): Record<string, string | null> =>
    printCardAddresses(portal.state, entityTypeId, item.id)
  const rows = page.items.map((item) => {
    const row = printLegacy(
      portal,
      catalogue,
      item,
      (field) =>
        field.name === 'id' ||
        names.includes(legacyName(catalogue.entityTypeId, field)) ||
        (isAll && !field.isDynamic) ||
        (field.isDynamic && names.includes('UF_*')),
    )
    const more = { ...oldOnly(entityTypeId, item), ...(showsAddress ? addressesOf(item) : {}) }
    return {
      ...row,
      ...Object.fromEntries(Object.entries(more).filter(([name]) => isAll || names.includes(name))),
      ...phones(portal, item, (typeId) => names.includes(typeId)),
    }
  })
  return { result: rows, total: page.total, next: page.next, rows: rows.length }
}

/** `crm.company.get` and its likes. */
export function legacyGet(call: Call, entityTypeId: number): Answer {
  const { portal } = call
  const item = legacyItem(call, entityTypeId, 'read')
  const row = printLegacy(portal, catalogueOf(portal, entityTypeId), item, () => true)
  return {
    result: {
      ...row,
      ...oldOnly(entityTypeId, item),
      ...printCardAddresses(portal.state, entityTypeId, item.id),
      ...phones(portal, item, () => true),
    },
  }
}

function catalogueOf(portal: Portal, entityTypeId: number): TypeCatalogue {
  const catalogue = portal.catalogue.of(entityTypeId)
  if (!catalogue) throw withoutCode('Not found')
  return catalogue
}

function printLegacy(
  portal: Portal,
  catalogue: TypeCatalogue,
  item: Item,
  isWanted: (field: Field) => boolean,
): Record<string, unknown> {
  const multifields = portal.state.items.multifields(item.entityTypeId, item.id)
  const reach: Record<string, string> = { hasPhone: 'PHONE', hasEmail: 'EMAIL', hasImol: 'IM' }
  const row: Record<string, unknown> = {}
  for (const field of catalogue.fields) {
    if (!isWanted(field) || field.isHollow === true) continue
    const type = reach[field.name]
    if (field.name === 'id') row['ID'] = String(item.id)
    else if (type !== undefined)
      row[legacyName(catalogue.entityTypeId, field)] = multifields.some((one) => one.typeId === type) ? 'Y' : 'N'
    else if (!field.isMultiple || field.isDynamic)
      row[legacyName(catalogue.entityTypeId, field)] = asText(field, toPrinted(field, item.values[field.name]))
  }
  return row
}

/** Booleans of user fields are 1 and 0 here; numbers and ids are text; lists stay lists. */
function asText(field: Field, printed: unknown): unknown {
  if (field.kind === 'flag') return printed === 'Y' ? '1' : '0'
  if (Array.isArray(printed)) return printed.length === 0 ? false : printed
  return printed === null || printed === undefined ? null : String(printed)
}

function phones(portal: Portal, item: Item, isWanted: (typeId: string) => boolean): Record<string, unknown> {
  const byType: Record<string, Record<string, string>[]> = {}
  for (const field of portal.state.items.multifields(item.entityTypeId, item.id)) {
    if (!isWanted(field.typeId)) continue
    const rows = (byType[field.typeId] ??= [])
    rows.push({ ID: String(field.id), VALUE_TYPE: field.valueType, VALUE: field.value, TYPE_ID: field.typeId })
  }
  return byType
}

/** PHONE and EMAIL are looked for among the multifields; the rest goes to the common filter. */
function legacyFilter(
  portal: Portal,
  entityTypeId: number,
  filter: Record<string, unknown>,
  byName: Map<string, Field>,
): Record<string, unknown> {
  const rest: Record<string, unknown> = {}
  const wanted: number[][] = []
  for (const [key, value] of Object.entries(filter)) {
    const name = key.replace(/^[=@]+/, '').toUpperCase()
    if (name === 'PHONE' || name === 'EMAIL')
      wanted.push(
        asList(value).flatMap((text) => portal.state.items.findByMultifield(entityTypeId, name, toText(text))),
      )
    else if (byName.has(key.replace(/^[!<>=@%]+/, '').toUpperCase()) || /^\d+$/.test(key) || key === 'logic')
      rest[key] = value
    else if (
      key
        .toUpperCase()
        .replace(/^[!<>=@%]+/, '')
        .startsWith('UF_')
    )
      throw invalidArgument(`Unknown field ${key.slice(0, 60)}`)
  }
  wanted.forEach((ids, index) => {
    rest[String(1000 + index)] = { '@ID': ids }
  })
  return rest
}

const upperKeys = (order: Record<string, unknown>, byName: Map<string, Field>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(order).filter(([name]) => byName.has(name.toUpperCase())))
