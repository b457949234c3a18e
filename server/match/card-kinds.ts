import type { Vehicle } from '../../contract/carriers.ts'
import { NOTHING_FURTHER, type CarrierFacts } from './facts.ts'

/** What a card says of the company itself. */
export type Papers = Pick<CarrierFacts, 'base' | 'hasContact'>

/**
 * Cards of which a judgement makes no difference: papers that say the same, and vehicles that can do the same, have one
 * number. Twenty thousand companies have some hundred of each, so a list judges those and not the companies.
 */
export class CardKinds {
  /** By number, from 1 on. */
  readonly papers: Papers[] = [{ base: null, hasContact: false }]
  readonly fleets: Vehicle[][] = [[]]
  readonly #papers = new Map<string, number>()
  readonly #fleets = new Map<string, number>()

  /** Of both together. */
  get size(): number {
    return this.#papers.size + this.#fleets.size
  }

  papersOf({ base, hasContact }: Papers): number {
    return numbered(this.#papers, this.papers, JSON.stringify([hasContact, base && { ...base, carrierId: 0 }]), () => ({
      base,
      hasContact,
    }))
  }

  fleetOf(vehicles: Vehicle[]): number {
    const key = vehicles.map(({ body, capacityKg, volumeM3, lengthM, loading }) =>
      [body, capacityKg, volumeM3, lengthM, ...loading].join(),
    )
    return numbered(this.#fleets, this.fleets, key.join(';'), () => vehicles)
  }
}

/** A company of which nothing is known but what its papers say. */
export function knownByPapers(companyId: number, { base, hasContact }: Papers): CarrierFacts {
  return {
    companyId,
    name: '',
    base,
    vehicles: [],
    hasContact,
    exact: null,
    near: [],
    region: null,
    declared: [],
    standsAt: null,
    freeAt: null,
    home: null,
    attempts: [],
    ...NOTHING_FURTHER,
  }
}

function numbered<Value>(numbers: Map<string, number>, values: Value[], key: string, make: () => Value): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, values.length)
  values.push(make())
  return values.length - 1
}
