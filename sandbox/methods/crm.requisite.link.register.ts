import { mayTouch } from '../rules/cards.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'
import { readRecord } from '../rules/records.ts'
import { linkFields } from '../rules/requisites/fields.ts'
import { checkLinked } from '../rules/requisites/link.ts'
import { denied, requiredNumber } from '../rules/requisites/owners.ts'
import { ownerMark } from '../state/requisites.ts'

/** One link an item: a second one takes the place of the first. Zero stands for "none". */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { state } = call.portal
    const fields = toMap(anyCase(call.params, 'fields'))
    const entityTypeId = requiredNumber(fields, 'ENTITY_TYPE_ID')
    const id = requiredNumber(fields, 'ENTITY_ID')
    for (const [name] of linkFields) requiredNumber(fields, name, 0)
    const item = state.items.get(entityTypeId, id)
    if (!item) throw withoutCode('Entity is not found')
    if (!mayTouch(call, { entityTypeId, id }, 'write')) throw denied()
    checkLinked(call, item, fields)
    for (const old of state.legal.links.marked(ownerMark(entityTypeId, id))) state.legal.links.remove(old.id)
    state.legal.links.add({ values: readRecord(linkFields, mapText(fields), true) })
    return { result: true }
  },
}

const mapText = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, toText(value)]))
