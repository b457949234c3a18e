import { choose } from './choose.ts'
import { matchMisspelt } from './match-misspelt.ts'
import { matchNames, type NameMatch } from './match-names.ts'
import type { NameIndex } from './name-index.ts'
import { normalisePlaceText } from './normalise.ts'
import type { GazetteerPlace } from './place.ts'
import { readAddress, type Address } from './read-address.ts'
import { readingsOf } from './readings.ts'
import type { RegionLexicon } from './region-lexicon.ts'
import { fitAreas, WRONG_AREA } from './weigh.ts'
import type { Token } from './tokens.ts'

/** What a typed text means. `ambiguous` and `unknown` are answers: a person chooses, nothing is guessed silently. */
export type Resolution =
  | { state: 'known'; place: GazetteerPlace; confidence: number; taught: boolean }
  | {
      state: 'ambiguous'
      /** The likeliest. */
      place: GazetteerPlace
      /** Below 0.8. */
      confidence: number
      /** The others, likeliest first. */
      alternatives: GazetteerPlace[]
    }
  | { state: 'unknown'; alternatives: GazetteerPlace[] }
  | { state: 'empty' }

export interface ResolveOptions {
  /** What a person has taught for this text: normalised text → place id. */
  taught?: (normalised: string) => number | null
}

/** From here on a place is used without asking. */
export const CONFIDENT = 0.8
/** Below this a guess is not worth proposing. */
const WORTHLESS = 0.03
/** What is read by taking a street or a region for the name of a town is a guess. */
const FORCED_CAP = 0.6
const WORTHLESS_FORCED = 0.2
const MOST_SUGGESTIONS = 8
const SHORT_NAME = 4

interface Knowledge {
  names: NameIndex
  regions: RegionLexicon
  byId: (id: number) => GazetteerPlace | null
  /** Largest places of a region, for a text that names only the region. */
  largestIn: (regions: readonly string[], limit: number) => GazetteerPlace[]
}

/** Finds the place a text means. Never throws; reads at most the first 600 characters, so the time is bounded. */
export function resolvePlace(text: string, knowledge: Knowledge, options: ResolveOptions = {}): Resolution {
  const normalised = normalisePlaceText(text)
  if (normalised === '') return { state: 'empty' }
  const taughtId = options.taught?.(normalised) ?? null
  const taught = taughtId === null ? null : knowledge.byId(taughtId)
  if (taught) return { state: 'known', place: taught, confidence: 1, taught: true }

  const address = readAddress(text, knowledge.names, knowledge.regions)
  const matches = match(address, knowledge)
  if (matches.length > 0) return answer(matches, address, knowledge, 1)
  const forced = freeWords(address)
  const forcedMatches = match(forced, knowledge)
  const guess = forcedMatches.length > 0 ? answer(forcedMatches, forced, knowledge, FORCED_CAP) : null
  if (guess?.state === 'ambiguous' && guess.confidence >= WORTHLESS_FORCED) return guess
  const regions = address.areas.flatMap((area) => area.regions)
  return { state: 'unknown', alternatives: knowledge.largestIn(regions, MOST_SUGGESTIONS) }
}

/** Exact matches first; typos are looked for only among words that nothing else explains. */
function match(address: Address, { names, regions }: Knowledge): NameMatch[] {
  const matches = matchNames(address.tokens, names)
  const unknown = new Set<number>()
  for (const [at, token] of address.tokens.entries()) {
    if (token.role !== 'open') continue
    if (!matches.some((found) => covers(found, at) && isLikely(found, address))) unknown.add(at)
  }
  if (unknown.size === 0) return matches
  for (const at of unknown) {
    const token = address.tokens[at] as Token
    const area = regions.misspelt(token.text)
    if (!area || matches.some((found) => covers(found, at))) continue
    token.role = 'hint'
    address.areas.push({ ...area, from: at, to: at + 1, soft: true })
  }
  return [...matches, ...matchMisspelt(address.tokens, unknown, names)]
}

/**
 * What is only declined from some name may as well be a slip («Красноярк»), and so may a name of another region and a
 * four-letter short name («Крск»: Красноярск or Курск).
 */
function isLikely(found: NameMatch, address: Address): boolean {
  const { spelling, likeness } = found
  if (likeness === 'declined' || (spelling.kinship !== 'name' && spelling.key.length === SHORT_NAME)) return false
  return fitAreas(spelling.place, address.areas, found).factor > WRONG_AREA
}

function covers(match: NameMatch, at: number): boolean {
  return match.from <= at && at < match.to
}

function answer(matches: readonly NameMatch[], address: Address, knowledge: Knowledge, cap: number): Resolution {
  const choice = choose(readingsOf(matches, address, knowledge.names), address)
  if (!choice) return { state: 'unknown', alternatives: [] }
  const { place, alternatives } = choice
  const confidence = Math.min(choice.confidence, cap)
  if (confidence >= CONFIDENT) return { state: 'known', place, confidence, taught: false }
  if (confidence < WORTHLESS)
    return { state: 'unknown', alternatives: [place, ...alternatives].slice(0, MOST_SUGGESTIONS) }
  return { state: 'ambiguous', place, confidence, alternatives }
}

/** The same address with street, district and region words allowed to be names: «Курск обл.». */
function freeWords(address: Address): Address {
  const closed = new Set(['street', 'region', 'district'])
  return {
    ...address,
    areas: [],
    districts: [],
    tokens: address.tokens.map((token) => (closed.has(token.role) ? { ...token, role: 'open' as const } : token)),
  }
}
