import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A method as the vendor's documentation shows it: see `shapes.md` beside the file. */
export interface DocumentedMethod {
  method: string
  apiVersion?: number
  params: { name: string; required: boolean; for?: string[]; requiredVaries?: boolean }[]
  /** Path of a key to its types, `a|b`. */
  responseShape?: Record<string, string>
  errors: { status: number | null; code: string }[]
}

/** `REST_SHAPES` names the file; without it, it is looked for beside the project. */
export const shapesFile = resolve(process.env['REST_SHAPES'] ?? '../shared/docs/rest-shapes.json')

/** The documented methods of REST version 2 by lower-case name; null where the file is not on this machine. */
export function readShapes(): Map<string, DocumentedMethod> | null {
  if (!existsSync(shapesFile)) return null
  const { methods } = JSON.parse(readFileSync(shapesFile, 'utf8')) as { methods: DocumentedMethod[] }
  return new Map(methods.filter((one) => one.apiVersion !== 3).map((one) => [one.method.toLowerCase(), one]))
}

/** The errors that any method may answer with; null where the file is not on this machine. */
export function readSystemErrors(): { status: number; code: string }[] | null {
  if (!existsSync(shapesFile)) return null
  const { systemErrors } = JSON.parse(readFileSync(shapesFile, 'utf8')) as {
    systemErrors: { status: number; code: string }[]
  }
  return systemErrors
}

export interface Difference {
  path: string
  what: string
}

/**
 * Where an answer differs from the documented one: keys that are not there, values of another type. What cannot be
 * seen (elements of an empty list, keys of a null) is no difference, and null is a value of every type.
 */
export function differences(answer: unknown, shape: Record<string, string>): Difference[] {
  const found: Difference[] = []
  for (const [path, types] of Object.entries(shape)) {
    const steps = path.match(/(?:\\.|[^.[])+|\[\]/g) ?? []
    const parents = follow(answer, steps.slice(0, -1)).filter(isFilled)
    const last = steps.at(-1) ?? ''
    if (parents.length === 0) continue
    const values = follow(parents, ['[]', last])
    if (values.length === 0 && last !== '[]' && last !== '{}') found.push({ path, what: 'absent' })
    const wrong = values.find((value) => !fits(value, types))
    if (wrong !== undefined) found.push({ path, what: `${typeOf(wrong)} instead of ${types}` })
  }
  return found
}

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

function follow(from: unknown, steps: string[]): unknown[] {
  let at: unknown[] = [from]
  for (const step of steps)
    at = at.flatMap((value): unknown[] => {
      if (typeof value !== 'object' || value === null) return []
      if (step === '[]') return Array.isArray(value) ? value : []
      if (step === '{}') return Object.values(value)
      const key = step.replaceAll('\\.', '.')
      return Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : []
    })
  return at
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return value === null ? 'null' : typeof value
}

/** PHP knows one kind of array, so an empty one stands for a map as well; an integer is a number. */
function fits(value: unknown, types: string): boolean {
  const allowed = types.split('|').map((type) => (type === 'integer' ? 'number' : type))
  const type = typeOf(value)
  if (type === 'null' || allowed.includes('null') || allowed.includes(type)) return true
  return type === 'array' && (value as unknown[]).length === 0 && allowed.includes('object')
}

/** The request without one parameter, dotted; null when the request has no such parameter to take away. */
export function without(request: Record<string, unknown>, path: string): Record<string, unknown> | null {
  const [first = '', ...rest] = path.split('.')
  const key = Object.keys(request).find((name) => name.toLowerCase() === first.toLowerCase())
  if (key === undefined) return null
  const { [key]: value, ...others } = request
  if (rest.length === 0) return others
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const inner = without(value as Record<string, unknown>, rest.join('.'))
  return inner === null ? null : { ...others, [key]: inner }
}
