import { companyType, contactType, dealType, leadType } from '../standard-fields.ts'
import { toText } from '../params.ts'
import { asList } from '../values.ts'

/** How the workflow designer calls a card, and what kind of thing it is. */
export interface Document {
  /** Module, class, id: `crm`, `CCrmDocumentDeal`, `DEAL_8`. */
  id: string[]
  type: string[]
  entityTypeId: number
  itemId: number
}

const native: Record<number, { className: string; name: string }> = {
  [leadType]: { className: 'CCrmDocumentLead', name: 'LEAD' },
  [dealType]: { className: 'CCrmDocumentDeal', name: 'DEAL' },
  [contactType]: { className: 'CCrmDocumentContact', name: 'CONTACT' },
  [companyType]: { className: 'CCrmDocumentCompany', name: 'COMPANY' },
}
const smartClass = String.raw`Bitrix\Crm\Integration\BizProc\Document\Dynamic`

export function documentOf(entityTypeId: number, itemId: number): Document {
  const { className, name } = native[entityTypeId] ?? { className: smartClass, name: `DYNAMIC_${entityTypeId}` }
  return { id: ['crm', className, `${name}_${itemId}`], type: ['crm', className, name], entityTypeId, itemId }
}

/** The card that three texts name; null where they name none, or its class and its id do not go together. */
export function parseDocument(raw: unknown): Document | null {
  const parts = asList(raw).map(toText)
  const match = /^([A-Z_]+?)_(?:(\d+)_)?(\d+)$/.exec(parts[2] ?? '')
  if (parts.length !== 3 || !match) return null
  const itemId = Number(match[3])
  const entityTypeId = match[2] === undefined ? nativeTypeOf(match[1]) : Number(match[2])
  if (entityTypeId === null) return null
  const document = documentOf(entityTypeId, itemId)
  return document.id.every((part, index) => part === parts[index]) ? document : null
}

/** The three texts of a type, if they name one. */
export function parseDocumentType(raw: unknown): string[] | null {
  const parts = asList(raw).map(toText)
  const match = /^(?:DYNAMIC_(\d+)|([A-Z_]+))$/.exec(parts[2] ?? '')
  const entityTypeId = match?.[1] === undefined ? nativeTypeOf(match?.[2]) : Number(match[1])
  if (parts.length !== 3 || entityTypeId === null) return null
  const { type } = documentOf(entityTypeId, 0)
  return type.every((part, index) => part === parts[index]) ? parts : null
}

function nativeTypeOf(name: string | undefined): number | null {
  const found = Object.entries(native).find(([, one]) => one.name === name)
  return found ? Number(found[0]) : null
}
