import { BODY_CODES, VAT_CODES, type BodyCode, type VatCode } from '../../contract/codes.ts'

/** One portal's history as its four files tell it: made by the generator, read by `eval`, exported from a copy. */
export interface History {
  carriers: HistoryCarrier[]
  directions: HistoryDirection[]
  offers: Trades
  orders: Trades
}

/** The index in `carriers` is the number by which everything else names a carrier. */
export interface HistoryCarrier {
  /** The name or id in the files. */
  code: string
  /** false: named only by offers or orders, absent from carriers.tsv. */
  inBase: boolean
  /** Empty: not known. */
  bodies: BodyCode[]
  capacityT: number | null
  volumeM3: number | null
}

export interface HistoryDirection {
  carrier: number
  fromPlaceId: number
  toPlaceId: number
  body: BodyCode | null
}

/** One offer or one order. */
export interface Trade {
  carrier: number
  fromPlaceId: number
  toPlaceId: number
  body: BodyCode | null
  rateMinor: number | null
  vat: VatCode | null
  atMs: number
}

const UNKNOWN_CODE = 255

/** Offers or orders by columns: a million of them as objects would take ten times the memory. */
export class Trades {
  length = 0
  carrier: Int32Array
  fromPlaceId: Int32Array
  toPlaceId: Int32Array
  /** Milliseconds since 1970. */
  atMs: Float64Array
  #body: Uint8Array
  #vat: Uint8Array
  #rateMinor: Float64Array

  constructor(capacity = 1024) {
    this.carrier = new Int32Array(capacity)
    this.fromPlaceId = new Int32Array(capacity)
    this.toPlaceId = new Int32Array(capacity)
    this.atMs = new Float64Array(capacity)
    this.#body = new Uint8Array(capacity)
    this.#vat = new Uint8Array(capacity)
    this.#rateMinor = new Float64Array(capacity)
  }

  push(trade: Trade): void {
    if (this.length === this.carrier.length) this.#grow()
    const at = this.length++
    this.carrier[at] = trade.carrier
    this.fromPlaceId[at] = trade.fromPlaceId
    this.toPlaceId[at] = trade.toPlaceId
    this.atMs[at] = trade.atMs
    this.#body[at] = trade.body === null ? UNKNOWN_CODE : BODY_CODES.indexOf(trade.body)
    this.#vat[at] = trade.vat === null ? UNKNOWN_CODE : VAT_CODES.indexOf(trade.vat)
    this.#rateMinor[at] = trade.rateMinor ?? Number.NaN
  }

  bodyAt(at: number): BodyCode | null {
    return BODY_CODES[this.#body[at]!] ?? null
  }

  vatAt(at: number): VatCode | null {
    return VAT_CODES[this.#vat[at]!] ?? null
  }

  rateMinorAt(at: number): number | null {
    const minor = this.#rateMinor[at]!
    return Number.isNaN(minor) ? null : minor
  }

  at(at: number): Trade {
    return {
      carrier: this.carrier[at]!,
      fromPlaceId: this.fromPlaceId[at]!,
      toPlaceId: this.toPlaceId[at]!,
      body: this.bodyAt(at),
      rateMinor: this.rateMinorAt(at),
      vat: this.vatAt(at),
      atMs: this.atMs[at]!,
    }
  }

  /** Row numbers, oldest first; rows of one moment keep their order. */
  byTime(): Int32Array {
    const order = Int32Array.from({ length: this.length }, (_, at) => at)
    const { atMs } = this
    return order.sort((a, b) => atMs[a]! - atMs[b]! || a - b)
  }

  #grow(): void {
    const grown = new Trades(this.carrier.length * 2)
    grown.carrier.set(this.carrier)
    grown.fromPlaceId.set(this.fromPlaceId)
    grown.toPlaceId.set(this.toPlaceId)
    grown.atMs.set(this.atMs)
    grown.#body.set(this.#body)
    grown.#vat.set(this.#vat)
    grown.#rateMinor.set(this.#rateMinor)
    this.carrier = grown.carrier
    this.fromPlaceId = grown.fromPlaceId
    this.toPlaceId = grown.toPlaceId
    this.atMs = grown.atMs
    this.#body = grown.#body
    this.#vat = grown.#vat
    this.#rateMinor = grown.#rateMinor
  }
}
