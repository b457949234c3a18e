import { distance as editDistance } from 'fastest-levenshtein'

export interface Misspelling {
  key: string
  /** Edits: insertions, deletions, replacements; two neighbours swapped count as one. */
  edits: number
}

const FIRST_LETTER = 0x430
const ALPHABET = 32

/** Edits allowed for a word of this length: a short word is one edit away from too many others. */
export function editsAllowed(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/**
 * Finds keys within a few edits. A bit mask of the letters used throws out nearly all keys before any distance is
 * computed: each edit changes at most two bits.
 */
export function createTypoIndex(keys: Iterable<string>) {
  const sorted = [...new Set(keys)].sort((a, b) => a.length - b.length)
  const masks = Int32Array.from(sorted, lettersUsed)
  const startOfLength: number[] = []
  for (const [index, key] of sorted.entries()) while (startOfLength.length <= key.length) startOfLength.push(index)
  const start = (length: number) => startOfLength[Math.max(0, length)] ?? sorted.length

  return function near(word: string): Misspelling[] {
    // One more than allowed is measured, because a swap of neighbours shows as two.
    const allowed = editsAllowed(word.length)
    if (allowed === 0) return []
    const mask = lettersUsed(word)
    const found: Misspelling[] = []
    for (let index = start(word.length - allowed); index < start(word.length + allowed + 1); index++) {
      if (bits(mask ^ (masks[index] as number)) > 2 * allowed) continue
      const key = sorted[index] as string
      const edits = editDistance(word, key)
      if (edits <= allowed) found.push({ key, edits: edits === 2 && isSwap(word, key) ? 1 : edits })
      else if (edits === 2 && isSwap(word, key)) found.push({ key, edits: 1 })
    }
    return found.sort((a, b) => a.edits - b.edits)
  }
}

function lettersUsed(word: string): number {
  let mask = 0
  for (let index = 0; index < word.length; index++) mask |= 1 << ((word.charCodeAt(index) - FIRST_LETTER) % ALPHABET)
  return mask
}

function bits(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Whether two words differ by two neighbouring letters swapped. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
