import type { NameMatch } from './match-names.ts'
import { runs } from './match-names.ts'
import type { NameIndex } from './name-index.ts'
import type { Token } from './tokens.ts'

const LONGEST = 3
/** Bounds the time of a text in which nothing is recognised. */
const MOST_RUNS = 24
const SHORTEST_BEGINNING = 4
const SHORTEST_PART = 4

/** Among words not yet recognised: names misspelt by a letter or two, cut short («Новорос.»), or given in part. */
export function matchMisspelt(tokens: readonly Token[], unknown: ReadonlySet<number>, names: NameIndex): NameMatch[] {
  const matches: NameMatch[] = []
  let tried = 0
  for (const { from, to } of runs(tokens)) {
    if (to - from > LONGEST || !touches(from, to, unknown)) continue
    if (tried++ >= MOST_RUNS) break
    const key = tokens
      .slice(from, to)
      .map((token) => token.text)
      .join('')
    for (const { spelling, typed, meant, edits } of names.misspelt(key)) {
      matches.push({ from, to, spelling, likeness: 'typo', factor: typoFactor(typed, meant, edits) })
    }
    if (to - from === 1) matches.push(...matchPart(key, from, names))
  }
  return matches
}

function touches(from: number, to: number, unknown: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (unknown.has(at)) return true
  return false
}

/** People seldom miss the first letter, and a short word has many neighbours. */
function typoFactor(typed: string, name: string, edits: number): number {
  const first = typed[0] === name[0] ? 1 : 0.3
  const length = typed.length >= 7 ? 1 : typed.length >= 5 ? 0.6 : 0.3
  // «Борисоглебский» is a place of its own rather than a misspelt Борисоглебск.
  const ending = typed.startsWith(name) || name.startsWith(typed) ? 0.4 : 1
  return (edits <= 1 ? 0.3 : 0.05) * first * length * ending
}

function matchPart(word: string, at: number, names: NameIndex): NameMatch[] {
  const part = (spelling: NameMatch['spelling'], factor: number): NameMatch => ({
    from: at,
    to: at + 1,
    spelling,
    likeness: 'part',
    factor,
  })
  const beginnings =
    word.length >= SHORTEST_BEGINNING ? names.startingWith(word).map((spelling) => part(spelling, 0.1)) : []
  const inside = word.length >= SHORTEST_PART ? names.withWord(word).map((spelling) => part(spelling, 0.1)) : []
  return [...beginnings, ...inside]
}
