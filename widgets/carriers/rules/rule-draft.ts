import type { BodyCode } from '../../../contract/codes.ts'
import type { Load } from '../../../contract/load.ts'
import type { MatchRuleInput, RuleAction, ShownRule } from '../../../contract/match-rules.ts'
import type { Place } from '../../../contract/place.ts'

/** One end of the lane a rule holds for: anywhere, a place, or a region. Values of a list, so they are texts. */
export type EndChoice = 'any' | `place:${number}` | `region:${string}`

/** A rule while it is being written. */
export interface RuleDraft {
  action: RuleAction
  companies: { id: number; title: string }[]
  from: EndChoice
  to: EndChoice
  clientId: number | null
  body: BodyCode | null
  priority: MatchRuleInput['priority']
  untilOn: string
  note: string
}

export type RuleError = 'companies' | 'until'

/** A new rule begins with the lane of the open card: that is what a head has before his eyes. */
export function newDraft(load: Load, company: { id: number; title: string } | null): RuleDraft {
  const [from, to] = [knownPlace(load.stops[0]), knownPlace(load.stops.at(-1))]
  return {
    action: 'prefer',
    companies: company ? [company] : [],
    from: from ? placeChoice(from.id) : 'any',
    to: to ? placeChoice(to.id) : 'any',
    clientId: null,
    body: null,
    priority: 1,
    untilOn: '',
    note: '',
  }
}

export function draftOf(rule: ShownRule): RuleDraft {
  return {
    action: rule.action,
    companies: [...rule.companies],
    from: choiceOf(rule.fromPlaceId, rule.fromRegion),
    to: choiceOf(rule.toPlaceId, rule.toRegion),
    clientId: rule.clientId,
    body: rule.body,
    priority: rule.priority,
    untilOn: rule.untilOn ?? '',
    note: rule.note ?? '',
  }
}

/** What the server takes, or which fields a person has to look at. `today`: YYYY-MM-DD. */
export function toRuleInput(
  draft: RuleDraft,
  today: string,
): { input: MatchRuleInput; errors?: undefined } | { input?: undefined; errors: RuleError[] } {
  const errors: RuleError[] = []
  if (draft.companies.length === 0) errors.push('companies')
  if (draft.untilOn !== '' && draft.untilOn < today) errors.push('until')
  if (errors.length > 0) return { errors }
  return {
    input: {
      action: draft.action,
      priority: draft.priority,
      companyIds: draft.companies.map(({ id }) => id),
      clientId: draft.clientId,
      fromPlaceId: placeOf(draft.from),
      toPlaceId: placeOf(draft.to),
      fromRegion: regionOf(draft.from),
      toRegion: regionOf(draft.to),
      body: draft.body,
      note: draft.note.trim() || null,
      untilOn: draft.untilOn || null,
    },
  }
}

/** Ends to choose from: those of the card, and those the rule names already. */
export function endChoices(
  end: 'from' | 'to',
  load: Load,
  rule: ShownRule | null,
): { places: Place[]; regions: string[] } {
  const here = knownPlace(end === 'from' ? load.stops[0] : load.stops.at(-1))
  const ruled = rule && (end === 'from' ? rule.from : rule.to)
  const places = [here, ruled].filter((place): place is Place => place !== null && place !== undefined)
  const region = rule && (end === 'from' ? rule.fromRegion : rule.toRegion)
  const regions = [here?.region, region].filter((name): name is string => typeof name === 'string')
  return { places: [...new Map(places.map((place) => [place.id, place])).values()], regions: [...new Set(regions)] }
}

export function knownPlace(stop: Load['stops'][number] | undefined): Place | null {
  return stop?.place.state === 'known' ? stop.place.place : null
}

export const placeChoice = (id: number): EndChoice => `place:${id}`
export const regionChoice = (name: string): EndChoice => `region:${name}`

function choiceOf(placeId: number | null, region: string | null): EndChoice {
  if (placeId !== null) return placeChoice(placeId)
  return region === null ? 'any' : regionChoice(region)
}

function placeOf(choice: EndChoice): number | null {
  return choice.startsWith('place:') ? Number(choice.slice('place:'.length)) : null
}

function regionOf(choice: EndChoice): string | null {
  return choice.startsWith('region:') ? choice.slice('region:'.length) : null
}
