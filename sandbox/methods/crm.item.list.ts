import type { TypeCatalogue } from '../rules/catalogue.ts'
import { invalidArgument } from '../rules/errors.ts'
import type { Field } from '../rules/field.ts'
import { catalogueOf } from '../rules/item-access.ts'
import { listItems } from '../rules/item-list.ts'
import { createPrinter } from '../rules/item-print.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId, toText } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  run(call) {
    const { portal, params, start } = call
    const entityTypeId = requiredId(params, 'entityTypeId')
    const catalogue = catalogueOf(call, entityTypeId)
    const original = isYes(params['useOriginalUfNames'])
    const only = readSelect(catalogue, params['select'], original)
    const page = listItems(portal, catalogue, {
      filter: params['filter'],
      order: params['order'],
      start,
      find: (name) => catalogue.byName(name, original),
      visible: portal.rights.visibility(call.caller.userId, entityTypeId, 'read'),
    })
    const items = page.items.map(createPrinter(portal, catalogue, only ? { original, only } : { original }))
    return { result: { items }, total: page.total, next: page.next, rows: items.length }
  },
}

/** Undefined means everything. A mask such as `UF_*` selects nothing by itself: fields are named one by one or by `*`. */
function readSelect(catalogue: TypeCatalogue, raw: unknown, original: boolean): Set<Field> | undefined {
  const names = asList(raw).map(toText)
  if (names.length === 0 || names.includes('*')) return undefined
  const only = new Set<Field>()
  for (const name of names) {
    if (name.endsWith('*') || name === 'fm') continue
    const field = catalogue.byName(name, original)
    if (!field) throw invalidArgument(`Invalid select: field '${name.slice(0, 60)}' is not allowed in select`)
    only.add(field)
  }
  return only
}
