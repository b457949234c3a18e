import { type Gender, STREET_MARKERS, TOWN_MARKERS, VILLAGE_MARKERS } from './address-words.ts'
import type { Token } from './tokens.ts'

const ENDINGS = { f: /(ая|яя|ой|ей)$/, m: /(ий|ый|ой|ого|его)$/, n: /(ое|ее|ого|его)$/ }
const MOST_WORDS = 4
/** «Ленина 12», «Тэцевская 195»: a word in the genitive or an adjective with a house number. */
const STREET_LIKE = /(ая|яя|ое|ее|ий|ый|ой|а|я|и|ы|ов|ев)$/

/**
 * Gives the role `street` to street markers and the words that belong to them, so that «ул. Ростовская» never
 * becomes a town. `isPlace` says whether a word is the whole name of a place or region; `isShortened` whether a cut
 * word and a whole one are («Наб. Челны»).
 */
export function markStreets(
  tokens: Token[],
  isPlace: (word: string) => boolean,
  isShortened: (short: string, word: string) => boolean,
): void {
  for (const [index, token] of tokens.entries()) {
    if (token.role === 'street' || !isStreetMarker(tokens, index)) continue
    const next = tokens[index + 1]
    if (next?.role === 'open' && (token.dotted || next.joined) && isShortened(token.text, next.text)) continue
    const gender = STREET_MARKERS.get(token.text) ?? ''
    const after = wordsAfter(tokens, index)
    const before = wordsBefore(tokens, index, gender)
    token.role = 'street'
    const beforeIsTown = before.length === 1 && after.length > 0 && isPlace((tokens[before[0] as number] as Token).text)
    const chosen =
      before.length > 0 && !beforeIsTown
        ? before
        : after.length > 0
          ? after
          : wholeSegmentBefore(tokens, index, isPlace)
    for (const at of chosen) (tokens[at] as Token).role = 'street'
  }
  markHouseNumbers(tokens)
}

function isStreetMarker(tokens: readonly Token[], index: number): boolean {
  const { text, joined, role, dotted } = tokens[index] as Token
  return role === 'open' && !joined && STREET_MARKERS.has(text) && (text !== 'м' || dotted)
}

/** Words up to the next marker, number or end of the segment. */
function wordsAfter(tokens: readonly Token[], index: number): number[] {
  const found: number[] = []
  const segment = tokens[index]?.segment
  for (let at = index + 1; at < tokens.length && found.length < MOST_WORDS; at++) {
    const token = tokens[at] as Token
    if (token.segment !== segment || token.role === 'region' || token.role === 'district') break
    if (token.role === 'number' && found.length > 0) break
    if (isMarker(token)) break
    found.push(at)
  }
  // The letter of «шоссе 70к4» names no street.
  return found.some((at) => tokens[at]?.role === 'open' && (tokens[at] as Token).text.length > 1) ? found : []
}

/** Adjectives of the street's gender right before the marker: «1-я Магистральная ул». */
function wordsBefore(tokens: readonly Token[], index: number, gender: Gender): number[] {
  const found: number[] = []
  if (gender === '') return found
  for (let at = index - 1; at >= 0 && found.length < MOST_WORDS; at--) {
    const token = tokens[at] as Token
    if (token.segment !== tokens[index]?.segment || token.role !== 'open' || isMarker(token)) break
    if (!ENDINGS[gender].test(token.text)) break
    found.push(at)
  }
  return found
}

/** «Маршала Жукова ул» after a comma: the whole segment; without one, the nearest word only. */
function wholeSegmentBefore(tokens: readonly Token[], index: number, isPlace: (word: string) => boolean): number[] {
  const segment = tokens[index]?.segment
  const open = (token: Token) => token.role === 'open' && !isMarker(token)
  const first = tokens.findIndex((token) => token.segment === segment)
  const inside: number[] = []
  for (let at = index - 1; at >= first && at >= 0; at--) if (open(tokens[at] as Token)) inside.push(at)
  if (tokens.slice(0, Math.max(0, first)).some(open)) return inside
  const nearest = inside[0]
  if (nearest === undefined || inside.length < 2 || isPlace((tokens[nearest] as Token).text)) return []
  return [nearest]
}

/** A street without a marker, told by the house number after it; never the first word of the text. */
function markHouseNumbers(tokens: Token[]): void {
  let seenName = false
  for (const [index, token] of tokens.entries()) {
    if (token.role !== 'open' || token.text.length < 3) continue
    const next = tokens[index + 1]
    const previous = tokens[index - 1]
    const numbered = next?.role === 'number' && !next.joined && next.text.length < 5
    const afterMarker = previous !== undefined && previous.segment === token.segment && isMarker(previous)
    if (seenName && numbered && !afterMarker && STREET_LIKE.test(token.text)) token.role = 'street'
    seenName = true
  }
}

function isMarker(token: Token): boolean {
  if (token.joined) return false
  if (STREET_MARKERS.has(token.text) && token.text !== 'м') return true
  // A lone «с» or «д» may be a house part, but it ends the street's name all the same.
  return token.role === 'settlement' || TOWN_MARKERS.has(token.text) || VILLAGE_MARKERS.has(token.text)
}
