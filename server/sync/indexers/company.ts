import type { CompanyRow, PhoneRow } from '../../store/company-writer.ts'
import type { Item } from './item-reader.ts'
import { phonesOf } from './phones.ts'
import { readStandard } from './standard-fields.ts'

/** A company with its phones. */
export function indexCompany(item: Item): { row: CompanyRow; phones: PhoneRow[] } | null {
  const standard = readStandard(item)
  if (!standard) return null
  const { id, title, assignedById, updatedAt } = standard
  return {
    row: { id, title, assignedById, updatedAt, isOwn: item.isMyCompany === 'Y' ? 1 : 0 },
    phones: phonesOf(item, 'company', id),
  }
}
