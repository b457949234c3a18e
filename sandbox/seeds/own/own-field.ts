import type { SeedField } from '../seed.ts'

/** How this forwarder words an element of a list, by the default portal's code; several codes may share a wording. */
export type Words = Record<string, string>

/** A value of the default portal's field `of`, in this portal's spelling; `other` reads further fields of the item. */
export type Spell = (value: unknown, other: (code: string) => unknown) => unknown

/** A field of a process that grew in this portal: what it is called here, and where its values come from. */
export interface OwnField {
  /** The default portal's field that says the same; null for a field only this portal has. */
  of: string | null
  type: SeedField['userTypeId']
  label: string
  multiple: boolean
  words?: Words
  spell?: Spell
  settings?: Record<string, unknown>
}

export function own(
  of: string | null,
  type: SeedField['userTypeId'],
  label: string,
  more: Partial<Omit<OwnField, 'of' | 'type' | 'label'>> = {},
): OwnField {
  return { of, type, label, multiple: false, ...more }
}

export function ownChoice(of: string | null, label: string, words: Words, multiple = false): OwnField {
  return own(of, 'enumeration', label, { words, multiple })
}

export function ownCompany(of: string | null, label: string, multiple = false): OwnField {
  return own(of, 'crm', label, { multiple, settings: { COMPANY: 'Y' } })
}

/** Kept here as a bare day: people plan by days. */
export const asDay: Spell = (value) => String(value).slice(0, 10)

/** Kept here in tonnes. */
export const asTonnes: Spell = (value) => Math.round(Number(value)) / 1000
