import type { MakeShelf } from './shelf.ts'

/** A row of the older kind: upper-case names, every value as text. */
export interface TextRecord {
  id: number
  values: Record<string, string | null>
}

export const ownerMark = (entityTypeId: string | number, entityId: string | number): string =>
  `owner/${entityTypeId}/${entityId}`

export const taxMark = (number: string): string => `inn/${number}`

const marksOf = ({ values }: TextRecord): string[] => [
  ownerMark(values['ENTITY_TYPE_ID'] ?? '', values['ENTITY_ID'] ?? ''),
  ...(values['RQ_INN'] ? [taxMark(values['RQ_INN'])] : []),
]

export type RequisiteState = ReturnType<typeof createRequisiteState>

/** Legal data of companies and contacts, their bank accounts and addresses, and which of them an item is settled by. */
export const createRequisiteState = (shelf: MakeShelf) => ({
  requisites: shelf<TextRecord>('requisite', marksOf),
  /** Owned by a requisite. */
  bankDetails: shelf<TextRecord>('bankDetail', ({ values }) => [ownerMark('', values['ENTITY_ID'] ?? '')]),
  addresses: shelf<TextRecord>('address', marksOf),
  links: shelf<TextRecord>('requisiteLink', marksOf),
})
