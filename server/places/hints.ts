import { DISTRICT_FILLERS, DISTRICT_MARKERS, REGION_MARKERS } from './address-words.ts'
import type { Area, RegionLexicon } from './region-lexicon.ts'
import type { Token } from './tokens.ts'

/** What an address says of the region, and which words said it. */
export interface AreaHint extends Area {
  /** [from, to) among the tokens. */
  from: number
  to: number
  /** Said by an adjective alone («Курская»), which might as well be a street or a village. */
  soft: boolean
}

/** «Дмитровский» of «Дмитровский г.о.»: told apart from the town it is named after only by its place on the map. */
export interface DistrictHint {
  adjective: string
  at: number
}

const MOST_WORDS = 3
const REPUBLIC = /^респ/
const ADJECTIVE = /(ий|ый|ой|ого|его|ому|ом)$/
const GLUED = /^(.{3,}?)(область|области|обл)$/

/** Finds «… обл.», «респ. …», «край» and gives their words the role `region`. */
export function readMarkedRegions(tokens: Token[], lexicon: RegionLexicon): AreaHint[] {
  const hints: AreaHint[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.role !== 'open') continue
    const glued = GLUED.exec(token.text)
    const gluedArea = glued && !REGION_MARKERS.has(token.text) ? lexicon.marked(glued[1] as string) : null
    if (gluedArea) {
      token.role = 'region'
      hints.push({ ...gluedArea, from: index, to: index + 1, soft: false })
      continue
    }
    if (!REGION_MARKERS.has(token.text)) continue
    const hint = markedAt(tokens, index, lexicon)
    token.role = hint ? 'region' : 'noise'
    if (!hint) continue
    for (let at = hint.from; at < hint.to; at++) (tokens[at] as Token).role = 'region'
    hints.push(hint)
  }
  return hints
}

function markedAt(tokens: readonly Token[], index: number, lexicon: RegionLexicon): AreaHint | null {
  const before = () => spanHint(tokens, index, -1, lexicon)
  const after = () => spanHint(tokens, index, 1, lexicon)
  return REPUBLIC.test((tokens[index] as Token).text) ? (after() ?? before()) : (before() ?? after())
}

/** The longest run of words right before (-1) or after (1) the marker that names a region. */
function spanHint(tokens: readonly Token[], marker: number, side: -1 | 1, lexicon: RegionLexicon): AreaHint | null {
  for (let count = MOST_WORDS; count > 0; count--) {
    const from = side === 1 ? marker + 1 : marker - count
    const span = tokens.slice(Math.max(0, from), from + count)
    if (from < 0 || span.length < count) continue
    if (span.some((token) => token.role !== 'open' || token.segment !== tokens[marker]?.segment)) continue
    const word = span.map((token) => token.text).join('')
    const area = count > 1 ? lexicon.alone(word) : lexicon.marked(word)
    if (area) return { ...area, from, to: from + count, soft: false }
  }
  return null
}

/** Finds words that name a region or a country by themselves, and gives them the role `hint`. */
export function readBareRegions(tokens: Token[], lexicon: RegionLexicon): AreaHint[] {
  const hints: AreaHint[] = []
  for (let from = 0; from < tokens.length; from++) {
    for (let count = MOST_WORDS; count > 0; count--) {
      const span = tokens.slice(from, from + count)
      if (span.length < count || span.some((token) => token.role !== 'open' || token.segment !== span[0]?.segment))
        continue
      const area = lexicon.alone(span.map((token) => token.text).join(''))
      if (!area || (area.adjective && tokens[from + count]?.role === 'number')) continue
      for (const token of span) token.role = 'hint'
      hints.push({ regions: area.regions, countries: area.countries, from, to: from + count, soft: area.adjective })
      from += count - 1
      break
    }
  }
  return hints
}

/** Finds «Люберецкий р-н», «р-н Ногинский», «Дмитровский г.о.», and gives their words the role `district`. */
export function readDistricts(tokens: Token[]): DistrictHint[] {
  const hints: DistrictHint[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.role !== 'open' || !DISTRICT_MARKERS.has(token.text)) continue
    const before = nearestWord(tokens, index, -1)
    const after = nearestWord(tokens, index, 1)
    const at = [before, after].find((at) => at !== null && ADJECTIVE.test((tokens[at] as Token).text))
    if (at === undefined || at === null) {
      // «МО» is a municipal district only after an adjective; elsewhere it is the Moscow region.
      if (token.text !== 'мо') token.role = 'district'
      continue
    }
    for (let inside = Math.min(at, index); inside <= Math.max(at, index); inside++)
      (tokens[inside] as Token).role = 'district'
    hints.push({ adjective: (tokens[at] as Token).text, at })
  }
  return hints
}

function nearestWord(tokens: readonly Token[], index: number, step: -1 | 1): number | null {
  for (let at = index + step; ; at += step) {
    const token = tokens[at]
    if (!token || token.segment !== tokens[index]?.segment || token.role !== 'open') return null
    if (!DISTRICT_FILLERS.has(token.text)) return at
  }
}
