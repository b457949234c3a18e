import { toMap, type Params } from './params.ts'

const whole = /^\$result((?:\[[^[\]]*\])+)$/
const inside = /\$result((?:\[[^[\]]*\])+)/g

/**
 * Puts earlier answers where a command cites them: `$result[types][types][0][entityTypeId]`. A value that is
 * nothing but a reference takes what it finds, of any type; inside a longer text only texts and numbers are put in.
 */
export function resolveReferences(value: unknown, results: Params): unknown {
  if (typeof value === 'string') return resolveText(value, results)
  if (Array.isArray(value)) return value.map((inner) => resolveReferences(inner, results))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolveReferences(inner, results)]))
}

function resolveText(text: string, results: Params): unknown {
  const match = whole.exec(text)
  if (match) return find(match[1] ?? '', results) ?? null
  return text.replace(inside, (reference, path: string) => {
    const found = find(path, results)
    return typeof found === 'string' || typeof found === 'number' ? String(found) : reference
  })
}

function find(path: string, results: Params): unknown {
  let at: unknown = results
  for (const step of path.slice(1, -1).split('][')) {
    if (typeof at !== 'object' || at === null) return undefined
    const map = toMap(at)
    at = Object.hasOwn(map, step) ? map[step] : undefined
  }
  return at
}
