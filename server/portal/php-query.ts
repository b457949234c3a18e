/** A portal parses query strings and forms as PHP does: nested keys travel as `filter[>id]=5`. */

/** Writes parameters as a PHP query string, as the commands of a batch want them. Undefined values are left out. */
export function phpQuery(params: Record<string, unknown>): string {
  const pairs: string[] = []
  for (const [key, value] of Object.entries(params)) append(pairs, key, value)
  return pairs.join('&')
}

function append(pairs: string[], key: string, value: unknown): void {
  if (value === undefined) return
  if (Array.isArray(value)) {
    // PHP cannot say "an empty list"; an empty text clears a multiple field.
    if (!value.length) pairs.push(`${encodeURIComponent(key)}=`)
    value.forEach((one, index) => append(pairs, `${key}[${index}]`, one))
  } else if (value !== null && typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) append(pairs, `${key}[${name}]`, one)
  } else {
    pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(scalar(value))}`)
  }
}

function scalar(value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  return String(value)
}

const MOST_FIELDS = 2000
const DEEPEST = 8

export interface PhpForm {
  [key: string]: string | PhpForm
}

/**
 * Reads a form-encoded body with nested keys. What is malformed or too deep is left out; the result has no
 * prototype, so a field named `__proto__` is only a field.
 */
export function parsePhpForm(body: string): PhpForm {
  const form = Object.create(null) as PhpForm
  let fields = 0
  for (const [key, value] of new URLSearchParams(body)) {
    fields += 1
    if (fields > MOST_FIELDS) break
    const path = keyPath(key)
    if (path) place(form, path, value)
  }
  return form
}

function keyPath(key: string): string[] | null {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key)
  if (!match) return null
  const inner = [...match[2]!.matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1]!)
  return inner.length < DEEPEST ? [match[1]!, ...inner] : null
}

function place(form: PhpForm, path: string[], value: string): void {
  let at = form
  for (const part of path.slice(0, -1)) {
    const key = part === '' ? String(Object.keys(at).length) : part
    const next = at[key]
    if (next === undefined || typeof next === 'string') at[key] = Object.create(null) as PhpForm
    at = at[key] as PhpForm
  }
  const last = path.at(-1)!
  at[last === '' ? String(Object.keys(at).length) : last] = value
}

/** A nested form as text or as a level; both tolerate that the sender left it out. */
export function formText(form: PhpForm | string | undefined, key: string): string | null {
  const value = typeof form === 'object' ? form[key] : undefined
  return typeof value === 'string' ? value : null
}

export function formLevel(form: PhpForm | string | undefined, key: string): PhpForm {
  const value = typeof form === 'object' ? form[key] : undefined
  return typeof value === 'object' ? value : (Object.create(null) as PhpForm)
}
