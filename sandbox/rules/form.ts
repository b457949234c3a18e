/** A nested value as PHP spells it in forms: `fields[a][0]=1`. Empty lists and maps vanish, and yes and no are 1 and 0, as in PHP. */
export function toForm(value: Record<string, unknown>): string {
  const pairs: string[] = []
  const walk = (name: string, part: unknown): void => {
    if (part === null || part === undefined) return
    if (typeof part === 'object') {
      for (const [key, inner] of Object.entries(part)) walk(name === '' ? key : `${name}[${key}]`, inner)
      return
    }
    pairs.push(
      `${encodeURIComponent(name)}=${encodeURIComponent(String(typeof part === 'boolean' ? Number(part) : part))}`,
    )
  }
  walk('', value)
  return pairs.join('&')
}

type Node = Record<string, unknown>

/** Reads PHP's spelling back: a map whose keys are 0, 1, 2 … is a list. Repeated names: the last one wins. */
export function fromForm(text: string): Node {
  const root: Node = Object.create(null) as Node
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decode(at < 0 ? pair : pair.slice(0, at))
    const value = at < 0 ? '' : decode(pair.slice(at + 1))
    if (name !== '') put(root, path(name), value)
  }
  return toLists(root) as Node
}

/** Text that is no valid percent-encoding is taken as it stands, as PHP does. */
function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}

/** `filter[>id][]` → filter, >id, next free index. What follows an unclosed bracket belongs to the name. */
function path(name: string): string[] {
  const at = name.indexOf('[')
  if (at <= 0) return [name]
  const steps = [name.slice(0, at)]
  const rest = name.slice(at)
  const pattern = /\[([^[\]]*)\]/gy
  for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) steps.push(match[1] ?? '')
  return steps.length === 1 ? [name] : steps
}

const deepest = 32

function put(root: Node, steps: string[], value: string): void {
  let at = root
  steps.slice(0, deepest).forEach((step, index) => {
    const key = step === '' ? nextIndex(at) : step
    if (index === steps.length - 1 || index === deepest - 1) {
      at[key] = value
      return
    }
    const inner = at[key]
    if (typeof inner === 'object' && inner !== null) at = inner as Node
    else {
      const fresh = Object.create(null) as Node
      at[key] = fresh
      at = fresh
    }
  })
}

function nextIndex(node: Node): string {
  let highest = -1
  for (const key of Object.keys(node)) if (/^\d+$/.test(key)) highest = Math.max(highest, Number(key))
  return String(highest + 1)
}

function toLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, toLists(inner)])
  if (entries.length > 0 && entries.every(([key], index) => key === String(index)))
    return entries.map(([, inner]) => inner)
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'))
}
