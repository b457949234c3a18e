import { TERM_EVENT_CODES } from '../../../contract/codes.ts'
import { grown, roomFor } from './columns.ts'
import { NO_DAY, type OpenPayment } from './ledger-row.ts'

const NONE = -1
const FROM_CARRIER = 1
const IS_EXPECTED = 2
const IN_BANK_DAYS = 4
const EVENT_SHIFT = 3
const EVENTS = ['loading', ...TERM_EVENT_CODES] as const

/**
 * Payments that are still to come, in columns of numbers: as objects, those of 300,000 orders would take a hundred
 * megabytes. Those of one row of the ledger are chained; places that become free are taken again.
 */
export class OpenPayments {
  #count = 0
  #free = NONE
  /** By row of the ledger. */
  #first: Int32Array
  #next: Int32Array
  /** Kopecks; NaN: the currency has no recorded rate. */
  #minor: Float64Array
  /** When it is due, or what its term will count from. */
  #day: Int32Array
  #days: Int32Array
  #flags: Uint8Array

  constructor(rows: number) {
    this.#first = new Int32Array(rows).fill(NONE)
    this.#next = new Int32Array(rows)
    this.#minor = new Float64Array(rows)
    this.#day = new Int32Array(rows)
    this.#days = new Int32Array(rows)
    this.#flags = new Uint8Array(rows)
  }

  /** Makes room for this many rows of the ledger. */
  widen(rows: number): void {
    const before = this.#first.length
    this.#first = grown(this.#first, new Int32Array(rows)).fill(NONE, before)
  }

  put(row: number, payments: readonly OpenPayment[]): void {
    this.clear(row)
    // Chained from the last, so that they are told in the order they were given.
    for (let at = payments.length - 1; at >= 0; at--) {
      const { who, minor, due, expected } = payments[at]!
      const place = this.#freePlace()
      const isExpected = due === NO_DAY && expected !== null
      this.#minor[place] = minor ?? Number.NaN
      this.#day[place] = isExpected ? expected.base : due
      this.#days[place] = isExpected ? expected.days : 0
      this.#flags[place] =
        (who === 'carrier' ? FROM_CARRIER : 0) |
        (isExpected ? IS_EXPECTED | (EVENTS.indexOf(expected.event) << EVENT_SHIFT) : 0) |
        (isExpected && expected.bankDays ? IN_BANK_DAYS : 0)
      this.#next[place] = this.#first[row]!
      this.#first[row] = place
    }
  }

  clear(row: number): void {
    for (let place = this.#first[row]!; place !== NONE;) {
      const next = this.#next[place]!
      this.#next[place] = this.#free
      this.#free = place
      place = next
    }
    this.#first[row] = NONE
  }

  /** What was said of one row is from now on said of another, which had none. */
  move(from: number, to: number): void {
    this.#first[to] = this.#first[from]!
    this.#first[from] = NONE
  }

  /** Those of the rows before `rows`. The payment is one object for all: it is to be read before the next is asked for. */
  *each(rows: number): Generator<{ row: number; payment: OpenPayment }> {
    const term = { event: 'loading', base: NO_DAY, days: 0, bankDays: false } as NonNullable<OpenPayment['expected']>
    const payment: OpenPayment = { who: 'client', minor: null, due: NO_DAY, expected: null }
    const found = { row: 0, payment }
    for (found.row = 0; found.row < rows; found.row++) {
      for (let place = this.#first[found.row]!; place !== NONE; place = this.#next[place]!) {
        const flags = this.#flags[place]!
        const minor = this.#minor[place]!
        const isExpected = (flags & IS_EXPECTED) !== 0
        payment.who = flags & FROM_CARRIER ? 'carrier' : 'client'
        payment.minor = Number.isNaN(minor) ? null : minor
        payment.due = isExpected ? NO_DAY : this.#day[place]!
        payment.expected = isExpected ? term : null
        if (isExpected) {
          term.event = EVENTS[flags >> EVENT_SHIFT]!
          term.base = this.#day[place]!
          term.days = this.#days[place]!
          term.bankDays = (flags & IN_BANK_DAYS) !== 0
        }
        yield found
      }
    }
  }

  #freePlace(): number {
    const freed = this.#free
    if (freed !== NONE) {
      this.#free = this.#next[freed]!
      return freed
    }
    if (this.#count === this.#next.length) {
      const room = roomFor(this.#count + 1)
      this.#next = grown(this.#next, new Int32Array(room))
      this.#minor = grown(this.#minor, new Float64Array(room))
      this.#day = grown(this.#day, new Int32Array(room))
      this.#days = grown(this.#days, new Int32Array(room))
      this.#flags = grown(this.#flags, new Uint8Array(room))
    }
    return this.#count++
  }
}
