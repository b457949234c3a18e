import type { Field } from './field.ts'
import { invalidField } from './errors.ts'
import { formatDay, formatInstant, parseDay, parseInstant } from './time.ts'

/**
 * A value as it is kept, from whatever spelling it came in: null for empty, arrays for multiple fields.
 * Throws CRM_FIELD_ERROR_VALUE_NOT_VALID when the text is no such value.
 */
export function toStored(field: Field, raw: unknown): unknown {
  if (!field.isMultiple) return single(field, Array.isArray(raw) ? raw[0] : raw)
  const list = asList(raw)
    .map((value) => single(field, value))
    .filter((value) => value !== null)
  return list.length === 0 ? null : list
}

/** PHP does not tell a list from a map: both are taken, and a lone value is a list of one. */
export function asList(raw: unknown): unknown[] {
  if (raw === null || raw === undefined || raw === '' || raw === false) return []
  if (Array.isArray(raw)) return raw
  if (typeof raw === 'object') return Object.values(raw)
  return [raw]
}

function single(field: Field, raw: unknown): unknown {
  if (raw === null || raw === undefined || raw === '') return null
  if (typeof raw === 'object') throw invalidField(field.title)
  switch (field.kind) {
    case 'integer':
      return integer(field, raw)
    case 'element':
      return element(field, raw)
    case 'number':
      return number(field, raw)
    case 'yesno':
      return isTrue(raw) ? 'Y' : 'N'
    case 'flag':
      return isTrue(raw) ? 1 : 0
    case 'instant':
      return parsed(field, parseInstant(String(raw)))
    case 'day':
      return parsed(field, parseDay(String(raw)))
    case 'money':
      return money(field, String(raw))
    case 'binding':
      return binding(field, String(raw))
    default:
      return raw === false ? null : String(raw)
  }
}

const isTrue = (raw: unknown): boolean => raw === true || raw === 1 || raw === '1' || raw === 'Y' || raw === 'true'

/** 0 and false mean "nothing" in a field that points at something. */
function integer(field: Field, raw: unknown): number | null {
  if (raw === false) return null
  const value = Number(raw)
  if (!Number.isInteger(value)) throw invalidField(field.title)
  return value === 0 && field.type !== 'integer' && field.type !== 'crm_category' ? null : value
}

function element(field: Field, raw: unknown): number | null {
  if (raw === false || raw === 0 || raw === '0') return null
  const id = Number(raw)
  if (!field.userField?.elements.some((candidate) => candidate.id === id)) throw invalidField(field.title)
  return id
}

function number(field: Field, raw: unknown): number {
  const value = typeof raw === 'boolean' ? Number.NaN : Number(raw)
  if (!Number.isFinite(value)) throw invalidField(field.title)
  return value
}

function parsed<T>(field: Field, value: T | null): T {
  if (value === null) throw invalidField(field.title)
  return value
}

function money(field: Field, text: string): string | null {
  const match = /^(-?\d+(?:\.\d+)?)?\|([A-Z]{3})?$/.exec(text)
  if (!match) throw invalidField(field.title)
  if (match[1] === undefined) return null
  if (match[2] === undefined) throw invalidField(field.title)
  return text
}

/** `7` where the field takes one entity, `CO_7` where it takes several; a needless prefix is cut. */
function binding(field: Field, text: string): number | string | null {
  const match = /^(?:([A-Z][A-Za-z0-9]*)_)?(\d+)$/.exec(text)
  if (!match) throw invalidField(field.title)
  const id = Number(match[2])
  if (id === 0) return null
  return takesOneEntity(field) || match[1] === undefined ? id : text
}

function takesOneEntity(field: Field): boolean {
  return Object.values(field.userField?.settings ?? {}).filter((value) => value === 'Y').length <= 1
}

/** A kept value as `crm.item.*` answers it. */
export function toPrinted(field: Field, stored: unknown): unknown {
  if (field.isOff === true || field.isHollow === true) return null
  if (field.isMultiple) return Array.isArray(stored) ? stored.map((value) => print(field, value)) : []
  return print(field, stored)
}

/** Whether a value goes out as it is kept. */
export const isPrintedAsKept = ({ kind }: Field): boolean =>
  kind !== 'flag' && kind !== 'yesno' && kind !== 'instant' && kind !== 'day'

function print(field: Field, stored: unknown): unknown {
  if (field.kind === 'flag') return stored === 1 ? 'Y' : 'N'
  if (field.kind === 'yesno') return stored === 'Y' ? 'Y' : 'N'
  if (stored === null || stored === undefined) return null
  if (field.kind === 'instant') return formatInstant(Number(stored))
  if (field.kind === 'day') return formatDay(String(stored))
  return stored
}
