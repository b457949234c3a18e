import type { Gazetteer } from '../../places/gazetteer.ts'
import type { Resolution } from '../../places/resolve.ts'

/** The same few cities stand in most cards; what is longer than a city with its address is seldom seen twice. */
const MOST_TEXTS = 2000
const LONGEST_TEXT = 120

interface Reading {
  /** The form under which a person may have taught a place for the text; null for a text of nothing. */
  normalised: string | null
  found: Resolution
}

const readings = new WeakMap<Gazetteer, Map<string, Reading>>()

/** What a text means in a portal that was taught so much. Texts nobody taught are read once, and then remembered. */
export function readOnce(text: string, gazetteer: Gazetteer, taught: ReadonlyMap<string, number>): Resolution {
  let known = readings.get(gazetteer)
  if (!known) readings.set(gazetteer, (known = new Map()))
  const before = known.get(text)
  // Another portal, or this one since then, may have been taught it.
  if (before && (before.normalised === null || !taught.has(before.normalised))) return before.found
  let normalised: string | null = null
  const found = gazetteer.resolve(text, {
    taught: (form) => {
      normalised = form
      return taught.get(form) ?? null
    },
  })
  const wasTaught = normalised !== null && taught.has(normalised)
  if (!wasTaught && text.length <= LONGEST_TEXT) {
    known.set(text, { normalised, found })
    if (known.size > MOST_TEXTS) known.delete(known.keys().next().value!)
  }
  return found
}
