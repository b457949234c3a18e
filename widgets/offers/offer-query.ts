import type { OfferState } from '../../contract/offers.ts'
import type { Place } from '../../contract/place.ts'

/** The filter of the page of all offers as it stands on the screen; empty text means any. */
export interface ScreenFilter {
  q: string
  from: Place | undefined
  to: Place | undefined
  sinceOn: string
  untilOn: string
  body: string
  authorId: string
  states: OfferState[]
}

export function emptyFilter(): ScreenFilter {
  return { q: '', from: undefined, to: undefined, sinceOn: '', untilOn: '', body: '', authorId: '', states: [] }
}

/** The same as the server is asked: only what was chosen. */
export function queryOf(filter: ScreenFilter): Record<string, string> {
  const all = {
    q: filter.q.trim(),
    fromPlaceId: filter.from ? String(filter.from.id) : '',
    toPlaceId: filter.to ? String(filter.to.id) : '',
    sinceOn: filter.sinceOn,
    untilOn: filter.untilOn,
    body: filter.body,
    authorId: filter.authorId,
    states: filter.states.join(','),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

export function isEmptyFilter(filter: ScreenFilter): boolean {
  return Object.keys(queryOf(filter)).length === 0
}
