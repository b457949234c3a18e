import type { Item } from '../state/items.ts'
import type { Field } from './field.ts'
import { companyType, contactType, dealType, leadType } from './standard-fields.ts'
import { formatInstant } from './time.ts'

/** Where the older methods spell a field otherwise than the newer ones. */
const spellings: Record<number, Record<string, string>> = {
  [leadType]: { STAGE_SEMANTIC_ID: 'STATUS_SEMANTIC_ID', MOVED_BY: 'MOVED_BY_ID' },
  [dealType]: { MOVED_BY: 'MOVED_BY_ID' },
  [companyType]: { CONTACT_IDS: 'CONTACT_ID' },
}

/** The upper-case name the older methods of that type give a field. */
export const legacyName = (entityTypeId: number, field: Field): string =>
  spellings[entityTypeId]?.[field.upperName] ?? field.upperName

/** What a type is called in the older methods: `crm.lead.…`. */
export const legacyWords: Record<number, string> = {
  [leadType]: 'lead',
  [dealType]: 'deal',
  [contactType]: 'contact',
  [companyType]: 'company',
}

/** Rows of phones, addresses and the like that stand among the fields. */
export const multifieldTypes = ['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK']

export const hasMultifields = (entityTypeId: number): boolean => entityTypeId !== dealType

/** What only the older methods tell of an item. */
export function oldOnly(entityTypeId: number, item: Item | null): Record<string, string | null> {
  const common = { LAST_COMMUNICATION_TIME: null }
  if (entityTypeId === companyType) return { ...common, ADDRESS_LEGAL: null }
  if (entityTypeId !== leadType) return common
  const { stageSemanticId, movedTime } = item?.values ?? {}
  const isClosed = stageSemanticId === 'S' || stageSemanticId === 'F'
  return {
    ...common,
    IS_RETURN_CUSTOMER: 'N',
    DATE_CLOSED: isClosed && typeof movedTime === 'number' ? formatInstant(movedTime) : '',
  }
}
