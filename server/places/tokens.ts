import { lookAlikeWord, plainLetters, plainWord, transliterate } from './letters.ts'

/**
 * What a word of an address is doing there:
 * `open` nobody knows yet; `noise` says nothing of the place; `firm` begins a firm's name; `settlement` «г.», «дер.»;
 * `street`, `region`, `district` parts of those; `hint` names a region but may also be a place; `number`.
 */
export type Role = 'open' | 'noise' | 'firm' | 'settlement' | 'street' | 'region' | 'district' | 'hint' | 'number'

export interface Token {
  /** Lower case, Cyrillic. */
  text: string
  role: Role
  /** Typed in Latin letters: spelling is only a rendering of the name. */
  latin: boolean
  /** Counts up at commas, brackets and the like. */
  segment: number
  bracketed: boolean
  /** A full stop follows: probably an abbreviation. */
  dotted: boolean
  /** Hangs on the previous word by a hyphen. */
  joined: boolean
}

const LONGEST_TEXT = 600
/** An address has fewer; a longer text is not read to its end, so that time stays bounded. */
const MOST_TOKENS = 48
const LONGEST_WORD = 40

const PIECE = /\p{L}+(?:['’ʼ`]\p{L}+)*['’]?|\p{N}+|[^\p{L}\p{N}]+/gu
const SEPARATOR = /[,;:|/\\()[\]{}\n\r\t?!+>→•]/
const DASHED_ON = /\s*[-–]\s*(на|н)\s*[-–/]\s*/giu
const ON_SLASH = /(?<=\p{L})\s+н\s*\/\s*(?=\p{L})/giu

/**
 * Cuts an address into words. `isWord` says whether a Cyrillic word occurs in any name: it decides whether an
 * all-Latin word is look-alikes ("MOCKBA") or a transliteration.
 */
export function tokenise(text: string, isWord: (word: string) => boolean): Token[] {
  const clean = plainLetters(text.slice(0, LONGEST_TEXT))
    .replace(/<[^<>]{0,200}>/g, ' , ')
    .replace(/&#?\w{2,8};/g, ' ')
    .replace(DASHED_ON, '-$1-')
    .replace(ON_SLASH, '-на-')
  const tokens: Token[] = []
  let segment = 0
  let depth = 0
  let joined = false
  for (const [piece] of clean.matchAll(PIECE)) {
    if (tokens.length >= MOST_TOKENS) break
    if (/^[\p{L}\p{N}]/u.test(piece)) {
      tokens.push({
        ...readWord(piece.slice(0, LONGEST_WORD), isWord),
        segment,
        bracketed: depth > 0,
        dotted: false,
        joined,
      })
      joined = true
      continue
    }
    const last = tokens.at(-1)
    if (last && piece.startsWith('.')) last.dotted = true
    for (const sign of piece) {
      if (sign === '(' || sign === '[') depth++
      if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    }
    if (SEPARATOR.test(piece)) segment++
    joined = piece === '-' || piece === '–' || piece === '‑'
  }
  return tokens
}

function readWord(piece: string, isWord: (word: string) => boolean): Pick<Token, 'text' | 'role' | 'latin'> {
  if (/^\p{N}/u.test(piece)) return { text: piece, role: 'number', latin: false }
  const bare = piece.replace(/['’ʼ`]/g, '')
  const text = plainWord(bare)
  if (!/^[a-z]/.test(text)) return { text, role: 'open', latin: false }
  for (const twin of [lookAlikeWord(bare), lookAlikeWord(bare.toUpperCase())]) {
    if (twin !== null && isWord(twin)) return { text: twin, role: 'open', latin: false }
  }
  return { text: transliterate(text), role: 'open', latin: true }
}
