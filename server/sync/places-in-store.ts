import type { Gazetteer } from '../places/gazetteer.ts'
import { normalisePlaceText } from '../places/normalise.ts'
import type { PortalStore } from '../store/database.ts'
import { listTaughtPlaces } from '../store/taught-places.ts'
import type { FindPlace } from './indexers/place-finder.ts'

export type PlaceResolver = Pick<Gazetteer, 'resolve'>

/** A text is resolved once: CRM texts repeat, and a misspelt one costs milliseconds. */
const MOST_REMEMBERED = 50_000

/** Place texts of one portal, resolved with what its people have taught. */
export interface PlacesInStore {
  /** Reads what has been taught so far; call it before a page of rows is indexed. */
  finder(): Promise<FindPlace>
  /** Somebody has taught a text: what was remembered no longer counts. */
  forget(): void
}

export function createPlacesInStore(store: PortalStore, resolver: PlaceResolver): PlacesInStore {
  let remembered = new Map<string, number | null>()
  let taughtTexts: Map<string, number> | null = null

  const resolve = (text: string): number | null => {
    const answer = resolver.resolve(text, { taught: (normalised) => taughtTexts?.get(normalised) ?? null })
    return answer.state === 'known' ? answer.place.id : null
  }
  return {
    async finder() {
      taughtTexts ??= new Map(
        [...(await listTaughtPlaces(store))].map(([text, placeId]) => [normalisePlaceText(text), placeId]),
      )
      return (text) => {
        if (text === null) return null
        const known = remembered.get(text)
        if (known !== undefined) return known
        const found = resolve(text)
        if (remembered.size >= MOST_REMEMBERED) remembered = new Map()
        remembered.set(text, found)
        return found
      }
    },
    forget() {
      remembered = new Map()
      taughtTexts = null
    },
  }
}
