import { PREPOSITIONS } from './address-words.ts'
import { plainSounds } from './letters.ts'
import { nominativeForms } from './nominative.ts'
import type { NameIndex } from './name-index.ts'
import type { Spelling } from './spellings.ts'
import type { Token } from './tokens.ts'

/** How the words were found to be this name; better ones first. */
export type Likeness = 'exact' | 'sound' | 'declined' | 'shortened' | 'typo' | 'part'

/** Words [from, to) of an address that may be this spelling of a place. */
export interface NameMatch {
  from: number
  to: number
  spelling: Spelling
  likeness: Likeness
  /** How much weaker than an exact match the evidence is, 0–1. */
  factor: number
}

const MOST_WORDS = 5
const MOST_FORMS = 3
/** Shorter words that only sound like a name are something else. */
const SHORTEST_SOUND = 4
const SHORTEST_SOUND_ALIAS = 6
const SHORTEST_STEM_WORD = 4
const SHORTEST_DECLINED = 3
/** «Вел.» says more than «В.». */
const TELLING_CUT = 3
const SPEAKING: ReadonlySet<string> = new Set(['open', 'hint'])
const CLOSED: ReadonlySet<string> = new Set(['street', 'region', 'district'])

/** Every run of words that is, sounds like, is declined from or is short for the name of a place. */
export function matchNames(tokens: readonly Token[], names: NameIndex): NameMatch[] {
  const matches: NameMatch[] = []
  for (const { from, to } of runs(tokens)) {
    const span = tokens.slice(from, to)
    for (const found of matchRun(span, tokens[from - 1], names)) matches.push({ from, to, ...found })
  }
  return matches
}

/** Runs of words within one segment that could be a name; a single word must be one that nobody else has claimed. */
export function* runs(tokens: readonly Token[]): Generator<{ from: number; to: number }> {
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 1; to <= Math.min(tokens.length, from + MOST_WORDS); to++) {
      const last = tokens[to - 1] as Token
      if (CLOSED.has(last.role) || last.segment !== tokens[from]?.segment) break
      if (last.role === 'number' && !(last.joined && to - from > 1)) break
      if (!tokens.slice(from, to).some((token) => SPEAKING.has(token.role))) continue
      yield { from, to }
    }
  }
}

type Found = Pick<NameMatch, 'spelling' | 'likeness' | 'factor'>

function matchRun(span: readonly Token[], previous: Token | undefined, names: NameIndex): Found[] {
  if (startsWithMarker(span)) return matchShortened(span, names)
  const key = span.map((token) => token.text).join('')
  const heard = names.heard(key)
  const exact = heard.filter((spelling) => spelling.key === key)
  const asIs: Found[] = exact.map((spelling) => ({ spelling, likeness: 'exact', factor: 1 }))
  if (asIs.length === 0 && key.length >= SHORTEST_SOUND) {
    // Latin letters can do no better than sound alike.
    const factor = span.some((token) => token.latin) ? 0.9 : 0.7
    const likely = heard.filter((spelling) => spelling.kinship === 'name' || key.length >= SHORTEST_SOUND_ALIAS)
    asIs.push(...likely.map((spelling) => ({ spelling, likeness: 'sound' as const, factor })))
  }
  const declinable = asIs.length === 0 || (previous !== undefined && PREPOSITIONS.has(previous.text))
  const declined = declinable ? matchDeclined(span, names) : []
  const found = [...asIs, ...declined.filter(({ spelling }) => !exact.includes(spelling))]
  return found.length > 0 || span.length < 2 ? found : matchShortened(span, names)
}

/** «г. Ош» is not Гош; «С-Петербург» is one name. */
function startsWithMarker(span: readonly Token[]): boolean {
  const [first, second] = span
  return first?.role === 'settlement' && second !== undefined && !second.joined
}

/** «Набережных Челнов», «из Подольска»: each word put back into the dictionary form, if that occurs in names. */
function matchDeclined(span: readonly Token[], names: NameIndex): Found[] {
  if (span.some((token) => token.latin || token.text.length > 30)) return []
  let keys = ['']
  for (const token of span) {
    const forms = token.text.length < SHORTEST_DECLINED ? [] : nominativeForms(token.text).filter(names.isWord)
    const here = names.isWord(token.text) ? [token.text, ...forms] : forms
    if (here.length === 0) return []
    keys = keys.flatMap((key) => here.slice(0, MOST_FORMS + 1).map((form) => key + form)).slice(0, 27)
  }
  return [...new Set(keys)].flatMap((key) =>
    names
      .heard(key)
      .filter((spelling) => spelling.key === key)
      .map((spelling) => ({ spelling, likeness: 'declined' as const, factor: 0.5 })),
  )
}

/** «Н.Новгород», «Серг. Посад», «Комсомольск н/А»: one word whole, the others cut short. */
function matchShortened(span: readonly Token[], names: NameIndex): Found[] {
  const whole = span.reduce((longest, token) => (token.text.length > longest.text.length ? token : longest))
  if (whole.text.length < SHORTEST_STEM_WORD) return []
  const at = span.indexOf(whole)
  const forms = [whole.text, ...nominativeForms(whole.text).filter(names.isWord)]
  return forms.flatMap((form, index) =>
    names
      .withWord(form)
      .filter(
        (spelling) =>
          spelling.words.length === span.length && plainSounds(spelling.words[at] as string) === plainSounds(form),
      )
      .filter((spelling) => span.every((token, i) => i === at || isShortFor(token.text, spelling.words[i] as string)))
      .map((spelling) => ({
        spelling,
        likeness: 'shortened' as const,
        factor: shortening(span, at) * (index === 0 ? 1 : 0.5),
      })),
  )
}

function isShortFor(short: string, word: string): boolean {
  return (
    word.startsWith(short) ||
    (short.length > 3 && short[0] === word[0] && short.at(-1) === word.at(-1) && word.length > short.length + 2)
  )
}

/** «с. Посад» is a village called Посад rather than Сергиев Посад; «С.Посад» and «Серг.Посад» are not. */
function shortening(span: readonly Token[], whole: number): number {
  const short = span.filter((_, index) => index !== whole)
  if (short.some((token) => token.role === 'settlement' || token.role === 'street')) return 0.1
  if (short.some((token) => token.role === 'noise' && !token.dotted && !token.joined)) return 0.2
  return short.every((token) => token.text.length >= TELLING_CUT) ? 0.8 : 0.5
}
