import { invalidArgument, missingParameter, RestError } from './errors.ts'

export type Params = Record<string, unknown>

/** The parameter, or the vendor's complaint that it is not there. */
export function required(params: Params, name: string): unknown {
  const value = params[name]
  if (value === undefined || value === null) throw missingParameter(name)
  return value
}

/** A positive whole number; PHP's casting of "5" is honoured, "5x" is not an id. */
export function requiredId(params: Params, name: string): number {
  const value = toInteger(required(params, name))
  if (value === null)
    throw invalidArgument(
      `Invalid value {${toText(params[name]).slice(0, 40)}} to match with parameter {${name}}. Should be value of type int.`,
    )
  return value
}

/** A map parameter that must be there; an empty array is PHP's empty map. */
export function requiredMap(params: Params, name: string): Params {
  const value = required(params, name)
  if (typeof value !== 'object')
    throw invalidArgument(`Invalid value to match with parameter {${name}}. Should be value of type array.`)
  return toMap(value)
}

export function optionalMap(params: Params, name: string): Params {
  const value = params[name]
  return value === undefined || value === null ? {} : toMap(value)
}

export const toMap = (value: unknown): Params =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

export function toInteger(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null
  if (typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim())) return Number(value)
  return null
}

/** The older methods do not care how a parameter's name is cased. */
export function anyCase(params: Params, name: string): unknown {
  const found = Object.keys(params).find((key) => key.toLowerCase() === name.toLowerCase())
  return found === undefined ? undefined : params[found]
}

/** The id of an older method, which refuses a bad one without a code. */
export function anyCaseId(params: Params, name = 'id'): number {
  const id = toInteger(anyCase(params, name))
  if (id === null || id <= 0) throw new RestError(400, '', 'ID is not defined or invalid.')
  return id
}

/** Text of a scalar; maps and lists are no text. */
export const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

export const isYes = (value: unknown): boolean =>
  value === true || value === 1 || ['Y', '1', 'true', 'y'].includes(toText(value))
