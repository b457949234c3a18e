import { loadPlaceKnowledge } from '../../../server/gazetteer.ts'
import type { GazetteerPlace } from '../../../server/places/place.ts'

/** The shipped gazetteer and road graph, built once for all tests of a file. */
export const { gazetteer, distance } = loadPlaceKnowledge()

/** A place by name and region; throws when the gazetteer has none, so that a test cannot pass by accident. */
export function place(name: string, region: string): GazetteerPlace {
  const found = gazetteer.all.find((one) => one.name === name && one.region === region)
  if (!found) throw new Error(`no ${name}, ${region} in the gazetteer`)
  return found
}

/** «Казань, Республика Татарстан», or the state when no place is proposed. */
export function proposed(text: string): string {
  const answer = gazetteer.resolve(text)
  return answer.state === 'known' || answer.state === 'ambiguous'
    ? `${answer.place.name}, ${answer.place.region}`
    : answer.state
}
