import type { SeedField } from '../seed.ts'
import type { Choices } from './codes.ts'

/** A user field before it belongs to a process: its code, and what the portal must know of it. */
export interface FieldPlan {
  code: string
  type: SeedField['userTypeId']
  label: { ru: string; en: string }
  multiple: boolean
  choices?: Choices
  settings?: Record<string, unknown>
}

interface Options {
  multiple?: boolean
  choices?: Choices
  settings?: Record<string, unknown>
}

export function field(
  code: string,
  type: SeedField['userTypeId'],
  ru: string,
  en: string,
  options: Options = {},
): FieldPlan {
  return { code, type, label: { ru, en }, multiple: false, ...options }
}

export function choice(code: string, choices: Choices, ru: string, en: string): FieldPlan {
  return field(code, 'enumeration', ru, en, { choices })
}

export function choiceOfMany(code: string, choices: Choices, ru: string, en: string): FieldPlan {
  return field(code, 'enumeration', ru, en, { choices, multiple: true })
}

export const COMPANY_LINK = { COMPANY: 'Y' }
