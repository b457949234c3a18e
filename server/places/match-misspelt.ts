import { PREPOSITIONS } from './address-words.ts'
import { plainSounds } from './letters.ts'
import { runs, type NameMatch } from './match-names.ts'
import type { NameIndex } from './name-index.ts'
import { nominativeForms } from './nominative.ts'
import type { Token } from './tokens.ts'

const LONGEST = 3
/** Bounds the time of a text in which nothing is recognised. */
const MOST_RUNS = 24
const SHORTEST_BEGINNING = 4
const SHORTEST_PART = 4
const MOST_FORMS = 5
const MOST_WORDS = 4
const DECLINED = 0.4

/** Among words not yet recognised: names misspelt by a letter or two, cut short («Новорос.»), or given in part. */
export function matchMisspelt(tokens: readonly Token[], unknown: ReadonlySet<number>, names: NameIndex): NameMatch[] {
  const matches: NameMatch[] = []
  const similar = similarWords(names)
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
    if (matches.some((found) => found.from === from && found.to === to && found.likeness === 'typo')) continue
    const span = tokens.slice(from, to)
    const inflected = span.length > 1 ? misspeltWord(span, names, similar) : misspeltForm(key, tokens[from - 1], names)
    matches.push(
      ...inflected.map(({ spelling, factor }) => ({ from, to, spelling, likeness: 'typo' as const, factor })),
    )
  }
  return matches
}

function touches(from: number, to: number, unknown: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (unknown.has(at)) return true
  return false
}

type Found = Pick<NameMatch, 'spelling' | 'factor'>

/** «из Рязпни»: a slip in a declined name; only after a preposition, or everything would be near something. */
function misspeltForm(word: string, previous: Token | undefined, names: NameIndex): Found[] {
  if (previous === undefined || !PREPOSITIONS.has(previous.text)) return []
  return nominativeForms(word)
    .slice(0, MOST_FORMS)
    .flatMap((form) => names.misspelt(form))
    .map(({ spelling, typed, meant, edits }) => ({ spelling, factor: typoFactor(typed, meant, edits) * DECLINED }))
}

/** «Великого Новгорда»: a slip in one word of several, the others known or declined. */
function misspeltWord(span: readonly Token[], names: NameIndex, similar: Similar): Found[] {
  const known = span.map(({ text }) => formsOf(text).filter(names.isWord).slice(0, MOST_WORDS))
  const slip = known.findIndex((forms) => forms.length === 0)
  if (slip < 0 || known.some((forms, at) => at !== slip && forms.length === 0)) return []
  known[slip] = similar((span[slip] as Token).text)
  const keys = known.reduce((keys, words) => keys.flatMap((key) => words.map((word) => key + word)), [''])
  return [...new Set(keys)].flatMap((key) =>
    names
      .heard(key)
      .filter((spelling) => spelling.sounds === plainSounds(key))
      .map((spelling) => ({ spelling, factor: 0.3 * DECLINED })),
  )
}

type Similar = (word: string) => string[]

/** Each word is looked up once, however many runs it is in. */
function similarWords(names: NameIndex): Similar {
  const found = new Map<string, string[]>()
  return (word) => {
    const known = found.get(word)
    if (known) return known
    const words = [...new Set(formsOf(word).flatMap(names.similarWords))].slice(0, MOST_WORDS)
    found.set(word, words)
    return words
  }
}

function formsOf(word: string): string[] {
  return [word, ...nominativeForms(word)].slice(0, MOST_FORMS)
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
