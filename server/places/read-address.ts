import { COMPOUNDS, DISTRICT_MARKERS, FIRMS, NOISE, SITES, TOWN_MARKERS, VILLAGE_MARKERS } from './address-words.ts'
import { readBareRegions, readDistricts, readMarkedRegions, type AreaHint, type DistrictHint } from './hints.ts'
import { plainSounds } from './letters.ts'
import { mendMarkers } from './mend-markers.ts'
import { markStreets } from './streets.ts'
import type { NameIndex } from './name-index.ts'
import type { RegionLexicon } from './region-lexicon.ts'
import { tokenise, type Token } from './tokens.ts'

const ADJECTIVE = /(ый|ий|ой|ая|яя|ое|ее)$/

/** An address cut into words, each with what it is doing there. */
export interface Address {
  tokens: Token[]
  areas: AreaHint[]
  districts: DistrictHint[]
}

/** Reads an address as far as it can be read without knowing which place is meant. */
export function readAddress(text: string, names: NameIndex, regions: RegionLexicon): Address {
  const tokens = joinCompounds(tokenise(text, names.isWord))
  mendMarkers(tokens, names.isWord)
  const isPlace = (word: string) => names.heard(word).some((spelling) => spelling.key === word)
  const isShortened = (short: string, word: string) =>
    names
      .withWord(word)
      .some(
        ({ words }) =>
          words.length === 2 &&
          plainSounds(words[1] as string) === plainSounds(word) &&
          (words[0] as string).startsWith(short),
      )
  const areas = readMarkedRegions(tokens, regions)
  const districts = readDistricts(tokens)
  markStreets(tokens, (word) => isPlace(word) || regions.alone(word) !== null, isShortened)
  markSettlements(tokens)
  areas.push(...readBareRegions(tokens, regions))
  markNoise(tokens, isPlace)
  return { tokens, areas, districts }
}

/** «р-н» → «рн», «пр-т» → «прт», «г.о.» → «го». */
function joinCompounds(tokens: Token[]): Token[] {
  const out: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const first = tokens[index] as Token
    const compound = COMPOUNDS.find(([parts]) => standsAt(tokens, index, parts))
    if (!compound) {
      out.push(first)
      continue
    }
    const [parts, text] = compound
    const last = tokens[index + parts.length - 1] as Token
    out.push({ ...first, text, dotted: last.dotted })
    index += parts.length - 1
  }
  return out
}

function standsAt(tokens: readonly Token[], index: number, parts: readonly string[]): boolean {
  const span = tokens.slice(index, index + parts.length)
  if (span.length < parts.length || span.some((token, at) => token.text !== parts[at])) return false
  // «р-н», «р/н» and «р.н.» are one word; «с. п. …» with a name after it is too, «Р-н-Д» is not.
  const tight = span.every(
    (token, at) => at === 0 || token.joined || span[at - 1]?.dotted || token.segment !== span[at - 1]?.segment,
  )
  return tight && tokens[index]?.joined === false && tokens[index + parts.length]?.joined !== true
}

function markSettlements(tokens: Token[]): void {
  for (const token of tokens) {
    if (token.role !== 'open' || token.joined) continue
    if (TOWN_MARKERS.has(token.text) || VILLAGE_MARKERS.has(token.text)) token.role = 'settlement'
  }
}

function markNoise(tokens: Token[], isPlace: (word: string) => boolean): void {
  let named = false
  for (const [index, token] of tokens.entries()) {
    if (token.role !== 'open' || token.joined) continue
    const next = tokens[index + 1]
    if (FIRMS.has(token.text)) token.role = 'firm'
    else if (named && next?.segment === token.segment && SITES.has(next.text) && ADJECTIVE.test(token.text))
      token.role = 'street'
    else if (NOISE.has(token.text) || SITES.has(token.text) || DISTRICT_MARKERS.has(token.text)) token.role = 'noise'
    else if (token.text.length === 1 && !isPlace(token.text)) token.role = 'noise'
    // «Южный промузел» after a town is a part of it; alone it may be the town.
    named ||= token.role === 'open'
  }
}
