import type { MakeShelf } from './shelf.ts'

/** A pattern that documents are printed from. */
export interface DocumentTemplate {
  id: number
  name: string
  region: string
  fileName: string
  numeratorId: number
  isActive: boolean
  withStamps: boolean
  users: string[]
  sort: number
  /** `2`, `1036`, `2_category_0`. */
  entityTypeIds: string[]
  created: number
  updated: number
}

/** A document printed on a card. Moments are seconds. */
export interface PrintedDocument {
  id: number
  templateId: number
  entityTypeId: number
  entityId: number
  title: string
  number: string
  values: Record<string, unknown>
  withStamps: boolean
  isPublic: boolean
  publicCode: string
  created: number
  updated: number
  createdBy: number
  updatedBy: number | null
}

export type DocumentState = ReturnType<typeof createDocumentState>

export const createDocumentState = (shelf: MakeShelf) => ({
  templates: shelf<DocumentTemplate>('documentTemplate'),
  printed: shelf<PrintedDocument>('printedDocument', (one) => [`card/${one.entityTypeId}/${one.entityId}`]),
})
