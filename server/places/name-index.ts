import { distance as editDistance } from 'fastest-levenshtein'
import { plainSounds, soundKey, withoutSigns } from './letters.ts'
import { tokenise } from './tokens.ts'
import { createTypoIndex } from './typo-index.ts'
import type { GazetteerPlace } from './place.ts'

/** How a spelling stands to its place: its name, a form of that name (short, dialect, Latin), or another name it has had. */
export type Kinship = 'name' | 'form' | 'other'

export interface Spelling {
  place: GazetteerPlace
  words: readonly string[]
  /** Words without spaces, so that «Улан Удэ», «Улан-Удэ» and «Уланудэ» are one key. */
  key: string
  kinship: Kinship
}

/** A spelling that a word may be a slip for; `typed` and `meant` as they were compared. */
export interface Slip {
  spelling: Spelling
  typed: string
  meant: string
  edits: number
}

export interface NameIndex {
  /** Spellings that sound like this key. */
  heard(key: string): readonly Spelling[]
  /** Spellings of several words one of which is, or sounds like, this. */
  withWord(word: string): readonly Spelling[]
  /** Names that begin with these letters; four at least. */
  startingWith(beginning: string): readonly Spelling[]
  isWord(word: string): boolean
  /** Spellings a few slips of the keys away. */
  misspelt(key: string): Slip[]
}

const BUCKET = 4
const PLAIN = /^[А-Яа-яЁё]+(?:[ -][А-Яа-яЁё]+)*$/
const never = () => false

/** Indexes every spelling of every place: names, aliases, and names without a trailing number («Янино-1»). */
export function createNameIndex(places: readonly GazetteerPlace[]): NameIndex {
  const heard = new Map<string, Spelling[]>()
  const words = new Map<string, Spelling[]>()
  const plain = new Map<string, Spelling[]>()
  const beginnings = new Map<string, Spelling[]>()
  const vocabulary = new Set<string>()
  for (const place of places) {
    for (const spelling of spellingsOf(place)) {
      add(heard, soundKey(spelling.key), spelling)
      add(plain, plainSounds(spelling.key), spelling)
      for (const word of spelling.words) vocabulary.add(word)
      if (spelling.kinship === 'other') continue
      if (spelling.words.length > 1) for (const word of new Set(spelling.words)) add(words, plainSounds(word), spelling)
      if (spelling.kinship === 'name' && spelling.key.length >= BUCKET)
        add(beginnings, spelling.key.slice(0, BUCKET), spelling)
    }
  }
  const misspelt = createTypoIndex(plain.keys())
  return {
    heard: (key) => heard.get(soundKey(key)) ?? [],
    withWord: (word) => words.get(plainSounds(word)) ?? [],
    startingWith: (beginning) =>
      (beginnings.get(beginning.slice(0, BUCKET)) ?? []).filter((spelling) => spelling.key.startsWith(beginning)),
    isWord: (word) => vocabulary.has(word),
    misspelt(key) {
      // A doubled letter may be a slip itself («Воогда» for Вологда), so both readings are tried.
      return [...new Set([plainSounds(key), withoutSigns(key)])].flatMap((typed) =>
        misspelt(typed).flatMap(({ key: meant, edits }) =>
          (plain.get(meant) ?? []).map((spelling) => ({ spelling, typed, meant, edits })),
        ),
      )
    },
  }
}

function* spellingsOf(place: GazetteerPlace): Generator<Spelling> {
  const name = wordsOf(place.name)
  const nameKey = name.join('')
  const nameSound = soundKey(nameKey)
  const seen = new Set([nameKey])
  yield { place, words: name, key: nameKey, kinship: 'name' }
  const shorter = name.length > 1 && /^\d+$/.test(name.at(-1) ?? '') ? [name.slice(0, -1)] : []
  for (const words of [...shorter, ...place.aliases.map(wordsOf)]) {
    const key = words.join('')
    // A Latin alias that only renders the name adds nothing: it sounds the same.
    if (key === '' || seen.has(key) || soundKey(key) === nameSound) continue
    seen.add(key)
    yield { place, words, key, kinship: isFormOf(key, words, nameKey, name) ? 'form' : 'other' }
  }
}

function isFormOf(key: string, words: readonly string[], nameKey: string, name: readonly string[]): boolean {
  if (words.some((word) => word.length > 3 && name.includes(word))) return true
  if (key.length <= 5 && key[0] === nameKey[0]) return true
  const [a, b] = [soundKey(key), soundKey(nameKey)]
  return b.startsWith(a) || editDistance(a, b) <= Math.max(a.length, b.length) * 0.4
}

/** Words of a name as the tokeniser would cut them, so that query and index agree. */
function wordsOf(name: string): string[] {
  // Nearly all names are plain Russian: cutting those the long way doubles the time of a start.
  if (PLAIN.test(name)) return name.toLowerCase().replaceAll('ё', 'е').split(/[ -]+/)
  return tokenise(name, never).map((token) => token.text)
}

function add(map: Map<string, Spelling[]>, key: string, spelling: Spelling): void {
  const list = map.get(key)
  if (list) list.push(spelling)
  else map.set(key, [spelling])
}
