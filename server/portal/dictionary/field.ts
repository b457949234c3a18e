import type { Label } from '../../../contract/codes.ts'

export type FieldType =
  | 'string'
  | 'double'
  | 'integer'
  | 'boolean'
  | 'datetime'
  | 'date'
  | 'money'
  | 'enumeration'
  | 'employee'
  | 'crm'
  | 'url'

/** One field of our default schema. Enumeration elements carry our code in `xmlId`. */
export interface FieldDefinition {
  code: string
  type: FieldType
  multiple: boolean
  label: Label
  elements?: Record<string, Label>
  settings?: Record<string, unknown>
}

export interface StageDefinition {
  code: string
  label: Label
  color: string
  semantics: 'P' | 'S' | 'F'
}

type Options = Partial<Pick<FieldDefinition, 'multiple' | 'elements' | 'settings'>>

export function field(code: string, type: FieldType, ru: string, en: string, options: Options = {}): FieldDefinition {
  return { code, type, label: { ru, en }, ...options, multiple: options.multiple ?? false }
}

/** An enumeration whose elements are given as code → label. */
export function choice(
  code: string,
  ru: string,
  en: string,
  elements: Record<string, Label>,
  multiple = false,
): FieldDefinition {
  return field(code, 'enumeration', ru, en, { elements, multiple })
}

/** A link to companies. */
export function company(code: string, ru: string, en: string, multiple = false): FieldDefinition {
  return field(code, 'crm', ru, en, { multiple, settings: { COMPANY: 'Y' } })
}

export function stage(
  code: string,
  ru: string,
  en: string,
  color: string,
  semantics: StageDefinition['semantics'] = 'P',
): StageDefinition {
  return { code, label: { ru, en }, color, semantics }
}
