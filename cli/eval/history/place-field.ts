import type { Gazetteer } from '../../../server/places/gazetteer.ts'
import { BadField } from './fields.ts'

/** Reads `from` and `to`: a whole number is a place id, anything else a text. Each text is resolved once. */
export class PlaceField {
  readonly #gazetteer: Gazetteer
  readonly #known = new Map<string, number | null>()
  /** Texts that could mean several places and were taken for the likeliest. */
  readonly guessed = new Set<string>()

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer
  }

  /** Id of the place. Throws BadField where none is known. */
  read(text: string, end: 'from' | 'to'): number {
    let id = this.#known.get(text)
    if (id === undefined) {
      id = /^-?\d+$/.test(text) ? (this.#gazetteer.byId(Number(text))?.id ?? null) : this.#resolve(text)
      this.#known.set(text, id)
    }
    if (id === null) throw new BadField(text === '' ? `no ${end}` : `${end} "${text}" is no place we know`)
    return id
  }

  #resolve(text: string): number | null {
    const answer = this.#gazetteer.resolve(text)
    if (answer.state === 'ambiguous') this.guessed.add(text)
    return answer.state === 'known' || answer.state === 'ambiguous' ? answer.place.id : null
  }
}
