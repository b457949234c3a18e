import type { ContactRow, PhoneRow } from '../../store/company-writer.ts'
import type { Item } from './item-reader.ts'
import { phonesOf } from './phones.ts'
import { readText } from './portal-values.ts'
import { readStandard } from './standard-fields.ts'

/** A person of a company with his phones; named as people call him. */
export function indexContact(item: Item): { row: ContactRow; phones: PhoneRow[] } | null {
  const standard = readStandard(item)
  if (!standard) return null
  const { id, title, companyId, updatedAt } = standard
  const name = [readText(item.name, 100), readText(item.lastName, 100)].filter(Boolean).join(' ')
  return { row: { id, name: name || title, companyId, updatedAt }, phones: phonesOf(item, 'contact', id) }
}
