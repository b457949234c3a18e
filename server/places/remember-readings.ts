import type { Resolution } from './resolve.ts'

/** The same few cities stand in most cards; what is longer than a city with its address is seldom seen twice. */
const MOST_TEXTS = 2000
const LONGEST_TEXT = 120

/** Reads each text once, while it is among the newest that were asked for. Who gets an answer must not change it. */
export function rememberReadings(read: (text: string) => Resolution): (text: string) => Resolution {
  const known = new Map<string, Resolution>()
  return (text) => {
    if (text.length > LONGEST_TEXT) return read(text)
    const before = known.get(text)
    if (before) return before
    const fresh = read(text)
    known.set(text, fresh)
    if (known.size > MOST_TEXTS) known.delete(known.keys().next().value!)
    return fresh
  }
}
