import { normalisePlaceText } from '../places/normalise.ts'
import type { PortalStore } from '../store/database.ts'
import { listPlaceTexts, replaceDirectionEnds, replacePlacesOf } from '../store/place-texts.ts'
import { readDirection } from './indexers/typed-direction.ts'
import type { PlacesInStore } from './places-in-store.ts'

/**
 * A person has taught what a text means: every row that holds it, however it is spelt and punctuated, now points to
 * the place, and with it the history of lanes. Returns how many rows were touched.
 */
export async function relearnPlace(store: PortalStore, places: PlacesInStore, text: string): Promise<number> {
  const wanted = normalisePlaceText(text)
  if (!wanted) return 0
  places.forget()
  const find = await places.finder()
  const means = (typed: string) => normalisePlaceText(typed) === wanted
  return store.transaction().execute(async (transaction) => {
    const known = await listPlaceTexts(transaction)
    let touched = await replacePlacesOf(transaction, known.places.filter(means), find)
    for (const typed of known.directions) {
      const direction = readDirection(typed)
      if (!direction || !(means(direction.from) || means(direction.to))) continue
      const ends = { fromPlaceId: find(direction.from), toPlaceId: find(direction.to) }
      touched += await replaceDirectionEnds(transaction, typed, ends)
    }
    return touched
  })
}
