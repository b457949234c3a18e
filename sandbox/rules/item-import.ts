import type { TypeCatalogue } from './catalogue.ts'
import { invalidField } from './errors.ts'
import { addItem } from './item-write.ts'
import type { Call } from './method.ts'
import type { Params } from './params.ts'
import { toStored } from './values.ts'

/** What only an import may write. */
const ownWords = ['createdTime', 'updatedTime', 'movedTime', 'createdBy', 'updatedBy', 'movedBy']

/** Adds an item with its own history: when it was made, changed and moved, and by whom. Answers its number. */
export function importItem(call: Call, catalogue: TypeCatalogue, fields: Params, original: boolean): number {
  const written: Record<string, unknown> = {}
  for (const name of ownWords) {
    const field = catalogue.byName(name, original)
    if (field === undefined || fields[name] === undefined) continue
    const value = toStored(field, fields[name])
    if (value === null || value === undefined) continue
    if (name.endsWith('By') && !call.portal.users.get(Number(value))) throw invalidField(field.title)
    written[name] = value
  }
  const item = addItem(call, catalogue, fields, original)
  if (Object.keys(written).length > 0)
    call.portal.state.items.save({ ...item, values: { ...item.values, ...written } }, false)
  return item.id
}
