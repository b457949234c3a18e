import { distance as editDistance } from 'fastest-levenshtein'
import type { Token } from './tokens.ts'
import { isSwap } from './typo-index.ts'

/** Long words that say what the words beside them are: one misspelt would leave a region or a street unread. */
const MARKERS = `
  область области республика республики автономный автономная район района округ округа городской город деревня поселок станица
  улица проспект шоссе переулок проезд бульвар набережная площадь индустриальный промышленный погрузка выгрузка доставка
`
  .trim()
  .split(/\s+/)
const SHORTEST = 5

/** Puts right «оббласть», «раойн», «улца», unless the word occurs in some name. */
export function mendMarkers(tokens: readonly Token[], isWord: (word: string) => boolean): void {
  for (const token of tokens) {
    if (token.role !== 'open' || token.text.length < SHORTEST || MARKERS.includes(token.text) || isWord(token.text))
      continue
    const meant = MARKERS.find((marker) => isSlip(token.text, marker))
    if (meant !== undefined) token.text = meant
  }
}

function isSlip(word: string, marker: string): boolean {
  if (word[0] !== marker[0] || Math.abs(word.length - marker.length) > 1) return false
  return editDistance(word, marker) === 1 || isSwap(word, marker)
}
