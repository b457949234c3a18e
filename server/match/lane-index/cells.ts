import { DECAY_EPOCH_AT } from '../decay.ts'
import { WEIGHTS } from '../weights.ts'

const EPOCH_S = Date.parse(DECAY_EPOCH_AT) / 1000
/** Stands for "never": the smallest 32-bit number. */
const NEVER = -2_147_483_648
const BYTES_A_CELL = 44

/** Counts and sums of one carrier on one lane or between two regions. */
export interface CellValues {
  trips: number
  tripSum: number
  /** Milliseconds since 1970, whole seconds. */
  lastTripMs: number | null
  offers: number
  offerSum: number
  lastOfferMs: number | null
}

/**
 * Cells by columns, 44 bytes each. A cell never moves: what is new is appended, what changes is written over. Sums
 * are 64-bit, so that nothing is lost by adding and taking away; carriers are 32-bit.
 */
export class Cells {
  length = 0
  carrier: Uint32Array
  trips: Int32Array
  tripSum: Float64Array
  offers: Int32Array
  offerSum: Float64Array
  /**
   * What ranking reads, two words a cell side by side, because memory is slower than arithmetic: the carrier, and both
   * sums weighed, in single precision and never below zero.
   */
  rankedCarrier: Uint32Array
  rankedStrength: Float32Array
  /** The latest event of all cells, milliseconds; -Infinity while there is none. */
  latestMs = -Infinity
  /** What was found by reading ahead; kept so that the reading is not thought useless. */
  seenAhead = 0
  #lastTrip: Int32Array
  #lastOffer: Int32Array

  constructor(capacity: number) {
    this.carrier = new Uint32Array(capacity)
    this.trips = new Int32Array(capacity)
    this.tripSum = new Float64Array(capacity)
    this.offers = new Int32Array(capacity)
    this.offerSum = new Float64Array(capacity)
    this.rankedCarrier = new Uint32Array(2 * capacity)
    this.rankedStrength = new Float32Array(this.rankedCarrier.buffer)
    this.#lastTrip = new Int32Array(capacity)
    this.#lastOffer = new Int32Array(capacity)
  }

  /** Bytes of all columns, spare room included. */
  get bytes(): number {
    return this.carrier.length * BYTES_A_CELL
  }

  append(carrier: number, values: CellValues): number {
    if (this.length === this.carrier.length) this.#grow()
    const at = this.length++
    this.carrier[at] = carrier
    this.rankedCarrier[2 * at] = carrier
    this.write(at, values)
    return at
  }

  write(at: number, values: CellValues): void {
    this.trips[at] = values.trips
    this.tripSum[at] = values.tripSum
    this.offers[at] = values.offers
    this.offerSum[at] = values.offerSum
    this.rankedStrength[2 * at + 1] = strengthOf(values)
    this.latestMs = Math.max(this.latestMs, values.lastTripMs ?? -Infinity, values.lastOfferMs ?? -Infinity)
    this.#lastTrip[at] = seconds(values.lastTripMs)
    this.#lastOffer[at] = seconds(values.lastOfferMs)
  }

  read(at: number): CellValues {
    return {
      trips: this.trips[at]!,
      tripSum: this.tripSum[at]!,
      lastTripMs: milliseconds(this.#lastTrip[at]!),
      offers: this.offers[at]!,
      offerSum: this.offerSum[at]!,
      lastOfferMs: milliseconds(this.#lastOffer[at]!),
    }
  }

  /** Has what ranking reads of these cells brought into the processor's cache: 64 bytes hold eight of them. */
  readAhead(start: number, end: number): void {
    const { rankedCarrier } = this
    let ahead = 0
    for (let word = 2 * start; word < 2 * end; word += 16) ahead ^= rankedCarrier[word]!
    this.seenAhead = ahead
  }

  #grow(): void {
    const grown = new Cells(Math.max(64, Math.ceil(this.carrier.length * 1.25)))
    grown.carrier.set(this.carrier)
    grown.trips.set(this.trips)
    grown.tripSum.set(this.tripSum)
    grown.offers.set(this.offers)
    grown.offerSum.set(this.offerSum)
    grown.rankedCarrier.set(this.rankedCarrier)
    grown.#lastTrip.set(this.#lastTrip)
    grown.#lastOffer.set(this.#lastOffer)
    this.carrier = grown.carrier
    this.trips = grown.trips
    this.tripSum = grown.tripSum
    this.offers = grown.offers
    this.offerSum = grown.offerSum
    this.rankedCarrier = grown.rankedCarrier
    this.rankedStrength = grown.rankedStrength
    this.#lastTrip = grown.#lastTrip
    this.#lastOffer = grown.#lastOffer
  }
}

/** What a cell is worth to ranking before decay and distance: both sums weighed, never below zero, single precision. */
export function strengthOf({ tripSum, offerSum }: CellValues): number {
  return Math.fround(Math.max(0, WEIGHTS.trip * tripSum + WEIGHTS.offer * offerSum))
}

function seconds(ms: number | null): number {
  if (ms === null || Number.isNaN(ms)) return NEVER
  return Math.min(2_147_483_647, Math.max(NEVER + 1, Math.floor(ms / 1000 - EPOCH_S)))
}

function milliseconds(value: number): number | null {
  return value === NEVER ? null : (value + EPOCH_S) * 1000
}
