import { createHash } from 'node:crypto'
import type { ProvedPerson } from './prove.ts'

/** How long a proof by the portal is good. */
export const PROOF_MS = 15 * 60_000
const MOST_TOKENS = 5_000

interface KnownToken {
  person: ProvedPerson
  /** When the portal last answered for this token, milliseconds. */
  at: number
  items: Map<string, number>
}

/**
 * Which tokens the portal has vouched for, by their hash: whose they are, and which items they may read. In memory
 * only; a restart forgets it.
 */
export interface ProofCache {
  /** Whose token this is, if the portal said so within the last 15 minutes. */
  person(token: string): ProvedPerson | null
  /** Whether this token was shown to read this item within the last 15 minutes; `null` is the app's own page. */
  covers(token: string, item: string | null): boolean
  remember(token: string, item: string | null, person: ProvedPerson): void
  forget(token: string): void
}

/** `now` in milliseconds. */
export function createProofCache(now: () => number): ProofCache {
  const tokens = new Map<string, KnownToken>()
  const hash = (token: string) => createHash('sha256').update(token).digest('base64')
  const fresh = (at: number | undefined) => at !== undefined && now() - at < PROOF_MS
  const find = (token: string): KnownToken | null => {
    const known = tokens.get(hash(token))
    return known && fresh(known.at) ? known : null
  }
  return {
    person: (token) => find(token)?.person ?? null,
    covers: (token, item) => {
      const known = find(token)
      return known !== null && fresh(item === null ? known.at : known.items.get(item))
    },
    remember(token, item, person) {
      const key = hash(token)
      const items = tokens.get(key)?.items ?? new Map<string, number>()
      if (item !== null) items.set(item, now())
      tokens.delete(key)
      tokens.set(key, { person, at: now(), items })
      // The oldest entries stand first: a Map keeps the order of insertion.
      for (const oldest of tokens.keys()) {
        if (tokens.size <= MOST_TOKENS) break
        tokens.delete(oldest)
      }
    },
    forget: (token) => void tokens.delete(hash(token)),
  }
}
