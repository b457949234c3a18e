import { plainLetters, plainWord } from './letters.ts'

const LONGEST_TEXT = 2000
const LONGEST_KEY = 500
const LONGEST_WORD = 100

/**
 * The key under which a taught text is remembered: words in lower case without punctuation, accents and mixed
 * alphabets. Numbers stay: «склад 1» and «склад 2» may be different towns. Idempotent.
 */
export function normalisePlaceText(text: string): string {
  const words = plainLetters(text.slice(0, LONGEST_TEXT)).match(/[\p{L}\p{N}]+/gu) ?? []
  let key = ''
  for (const word of words) {
    const next = [...plainWord(word)].slice(0, LONGEST_WORD).join('')
    if (key.length + next.length >= LONGEST_KEY) break
    key += key === '' ? next : ` ${next}`
  }
  return key
}
