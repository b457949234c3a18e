import { joinSounds, plainSounds, soundKey, withoutSigns } from './letters.ts'
import type { GazetteerPlace } from './place.ts'
import { spellingsOf, type Spelling } from './spellings.ts'
import { createTypoIndex } from './typo-index.ts'

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
  /** Words of names of several words, a slip away from this one. */
  similarWords(word: string): string[]
  /** Spellings a few slips of the keys away. */
  misspelt(key: string): Slip[]
}

const BUCKET = 4
/** Indexes every spelling of every place: names, aliases, and names without a trailing number («Янино-1»). */
export function createNameIndex(places: readonly GazetteerPlace[]): NameIndex {
  const heard = new Map<string, Spelling[]>()
  const words = new Map<string, Spelling[]>()
  const plain = new Set<string>()
  const beginnings = new Map<string, Spelling[]>()
  const vocabulary = new Set<string>()
  for (const place of places) {
    for (const spelling of spellingsOf(place)) {
      add(heard, joinSounds(spelling.sounds), spelling)
      plain.add(spelling.sounds)
      for (const word of spelling.words) vocabulary.add(word)
      if (spelling.kinship === 'other') continue
      if (spelling.words.length > 1) for (const word of new Set(spelling.words)) add(words, plainSounds(word), spelling)
      if (spelling.kinship === 'name' && spelling.key.length >= BUCKET)
        add(beginnings, spelling.key.slice(0, BUCKET), spelling)
    }
  }
  const misspelt = createTypoIndex(plain)
  const similar = createTypoIndex(words.keys())
  const spelledAs = (sounds: string) =>
    (heard.get(joinSounds(sounds)) ?? []).filter((spelling) => spelling.sounds === sounds)
  return {
    heard: (key) => heard.get(soundKey(key)) ?? [],
    withWord: (word) => words.get(plainSounds(word)) ?? [],
    startingWith: (beginning) =>
      (beginnings.get(beginning.slice(0, BUCKET)) ?? []).filter((spelling) => spelling.key.startsWith(beginning)),
    isWord: (word) => vocabulary.has(word),
    similarWords: (word) => similar(plainSounds(word)).map(({ key }) => key),
    misspelt(key) {
      // A doubled letter may be a slip itself («Воогда» for Вологда), so both readings are tried.
      return [...new Set([plainSounds(key), withoutSigns(key)])].flatMap((typed) =>
        misspelt(typed).flatMap(({ key: meant, edits }) =>
          spelledAs(meant).map((spelling) => ({ spelling, typed, meant, edits })),
        ),
      )
    },
  }
}

function add(map: Map<string, Spelling[]>, key: string, spelling: Spelling): void {
  const list = map.get(key)
  if (list) list.push(spelling)
  else map.set(key, [spelling])
}
