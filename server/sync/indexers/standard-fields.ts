import type { Item } from './item-reader.ts'
import { readId, readMoment, readText } from './portal-values.ts'

const LONG_AGO = '2000-01-01T00:00:00.000Z'

/** What every CRM item has, whatever its type. Null when it has no id and so cannot be an item. */
export function readStandard(item: Item) {
  const id = readId(item.id)
  if (id === null) return null
  const createdAt = readMoment(item.createdTime)
  const updatedAt = readMoment(item.updatedTime)
  return {
    id,
    title: readText(item.title, 300) ?? '',
    assignedById: readId(item.assignedById),
    companyId: readId(item.companyId) ?? readId(item.parentId4),
    createdAt: createdAt ?? updatedAt ?? LONG_AGO,
    updatedAt: updatedAt ?? createdAt ?? LONG_AGO,
  }
}

/** Parent link of an item, `parentId<entityTypeId>`. */
export function readParent(item: Item, entityTypeId: number): number | null {
  return readId(item[`parentId${entityTypeId}`])
}
