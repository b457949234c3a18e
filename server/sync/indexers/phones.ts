import type { PhoneRow } from '../../store/company-writer.ts'
import type { Item } from './item-reader.ts'
import { readList, readText } from './portal-values.ts'

const MOST_PHONES = 10

/** Phones of a company or a contact out of its multifields; what holds no digits is no phone. */
export function phonesOf(item: Item, ownerKind: PhoneRow['ownerKind'], ownerId: number): PhoneRow[] {
  const found = readList(item.fm).flatMap((field) => {
    if (typeof field !== 'object' || field === null) return []
    const entry = field as Record<string, unknown>
    if ((entry.typeId ?? entry.TYPE_ID) !== 'PHONE') return []
    const value = readText(entry.value ?? entry.VALUE, 60)
    if (!value || value.replaceAll(/\D/g, '').length < 5) return []
    return [{ value, type: readText(entry.valueType ?? entry.VALUE_TYPE, 30) }]
  })
  return found.slice(0, MOST_PHONES).map((phone, position) => ({ ownerKind, ownerId, position, ...phone }))
}
