import { distance as editDistance } from 'fastest-levenshtein'
import { plainLetters, plainSounds, transliterate } from './letters.ts'
import type { GazetteerPlace } from './place.ts'
import { tokenise } from './tokens.ts'

/** How a spelling stands to its place: its name, a form of that name (short, dialect, Latin), or another name it has had. */
export type Kinship = 'name' | 'form' | 'other'

export interface Spelling {
  place: GazetteerPlace
  words: readonly string[]
  /** Words without spaces, so that «Улан Удэ», «Улан-Удэ» and «Уланудэ» are one key. */
  key: string
  /** The key by ear, letters apart (`plainSounds`). */
  sounds: string
  kinship: Kinship
}

/** Names like «Янино-1» are known without the number too. */
const NUMBER = /^\d+$/
const PLAIN = /^[А-Яа-яЁё]+(?:[ -][А-Яа-яЁё]+)*$/
const PLAIN_LATIN = /^[A-Za-z]+(?:[ -][A-Za-z]+)*$/
const LATIN = /^[A-Za-z]/
const APOSTROPHES = /['’ʼ`]/g
const never = () => false

/** Every spelling of a place: its name, and the aliases that do not merely sound like it. */
export function spellingsOf(place: GazetteerPlace): Spelling[] {
  const words = wordsOf(place.name)
  const key = words.join('')
  const name: Spelling = { place, words, key, sounds: plainSounds(key), kinship: 'name' }
  const spellings = [name]
  if (words.length > 1 && NUMBER.test(words.at(-1) ?? '')) addAlias(spellings, words.slice(0, -1))
  for (const alias of place.aliases) addAlias(spellings, wordsOf(alias))
  return spellings
}

function addAlias(spellings: Spelling[], words: string[]): void {
  const [name] = spellings
  const key = words.join('')
  const sounds = plainSounds(key)
  // Most aliases only render the name in Latin letters, in several ways.
  if (!name || sounds === '' || spellings.some((known) => known.sounds === sounds)) return
  const alias: Spelling = { place: name.place, words, key, sounds, kinship: 'other' }
  if (isFormOf(alias, name)) alias.kinship = 'form'
  spellings.push(alias)
}

function isFormOf(alias: Spelling, name: Spelling): boolean {
  if (alias.words.some((word) => word.length > 3 && name.words.includes(word))) return true
  if (alias.key.length <= 5 && alias.key[0] === name.key[0]) return true
  const longer = Math.max(alias.sounds.length, name.sounds.length)
  return name.sounds.startsWith(alias.sounds) || editDistance(alias.sounds, name.sounds) <= longer * 0.4
}

/** Words of a name as the tokeniser would cut them, so that query and index agree. */
function wordsOf(name: string): string[] {
  // Nearly all names are plain: cutting those the long way doubles the time of a start.
  if (PLAIN.test(name)) return cut(name.toLowerCase().replaceAll('ё', 'е'))
  const latin = LATIN.test(name) ? plainLetters(name).replace(APOSTROPHES, '') : ''
  if (PLAIN_LATIN.test(latin)) return cut(transliterate(latin.toLowerCase()))
  return tokenise(name, never).map((token) => token.text)
}

function cut(name: string): string[] {
  return name.includes(' ') || name.includes('-') ? name.split(/[ -]/) : [name]
}
