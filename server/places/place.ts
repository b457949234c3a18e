import type { Place } from '../../contract/place.ts'

/** A settlement with what the resolver and the planner need beyond the contract's place. */
export interface GazetteerPlace extends Place {
  /** ISO 3166 code of the source; disputed for some regions, so never shown and never filtered by without need. */
  country: string
  /** Of the source's year: good enough to break ties, not to be shown. */
  population: number
  aliases: readonly string[]
  /** IANA zone, by region. */
  timeZone: string
}
