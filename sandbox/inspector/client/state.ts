import type { Feed } from '../routes.ts'

export type Exchange = Feed['exchanges'][number]
export type Outbound = Feed['outbound'][number]
export type Tab = 'requests' | 'outbound' | 'queue' | 'limits' | 'oddities' | 'faults'
export type Kind = 'all' | 'refused' | 'batches' | 'ignored'

const kept = 500

/** All the page knows and what the person has chosen. */
export const state = {
  feed: null as Feed | null,
  exchanges: [] as Exchange[],
  outbound: new Map<number, Outbound>(),
  lastId: 0,
  tab: 'requests' as Tab,
  kind: 'all' as Kind,
  text: '',
  chosen: null as number | null,
  isPaused: false,
  isLost: false,
}

/** Takes over what is new. */
export function take(feed: Feed): void {
  if (feed.lastId < state.lastId) forget()
  state.feed = feed
  const known = new Set(state.exchanges.map(({ id }) => id))
  state.exchanges = [...state.exchanges, ...feed.exchanges.filter(({ id }) => !known.has(id))].slice(-kept)
  for (const one of feed.outbound) state.outbound.set(one.id, one)
  state.lastId = Math.max(state.lastId, feed.lastId)
}

export function forget(): void {
  Object.assign(state, { exchanges: [], outbound: new Map(), lastId: 0, chosen: null })
}

export const isRefused = (one: Exchange): boolean => one.status !== 200 || one.isCut

/** What fits the filter, the newest first. */
export function shownExchanges(): Exchange[] {
  const text = state.text.trim().toLowerCase()
  return state.exchanges
    .filter((one) => {
      if (state.kind === 'refused' && !isRefused(one)) return false
      if (state.kind === 'batches' && one.method !== 'batch') return false
      if (state.kind === 'ignored' && one.ignored.length === 0) return false
      return text === '' || haystack(one).includes(text)
    })
    .reverse()
}

const haystack = (one: Exchange): string =>
  [one.method, ...one.commands, who(one), one.error, String(one.status), one.params, one.answer]
    .join('\n')
    .toLowerCase()

export const who = (one: Exchange): string => state.feed?.people[one.userId] ?? ''
