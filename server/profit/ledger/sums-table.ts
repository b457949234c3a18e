import type { ReportFigures } from '../../../contract/profit-report.ts'
import type { Ledger } from './ledger.ts'

const FIRST_ROOM = 64
/** Places of one line of sums. */
const TRIPS = 0
const UNKNOWN = 1
const REVENUE = 2
const COST = 3
const MARGIN = 4
const KM = 5
const KM_REVENUE = 6
const KM_MARGIN = 7
const PAID = 8
const PAY_DAYS = 9
const WIDTH = 10

/** Sums under keys, as one table of numbers: a report adds to it hundreds of thousands of times. */
export class SumsTable {
  readonly keys: number[] = []
  readonly #numbers = new Map<number, number>()
  #sums = new Float64Array(FIRST_ROOM * WIDTH)

  /** The line of a key, made when it first comes. */
  numberOf(key: number): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.keys.length
    this.#numbers.set(key, number)
    this.keys.push(key)
    if (this.keys.length * WIDTH > this.#sums.length) {
      const wider = new Float64Array(this.#sums.length * 2)
      wider.set(this.#sums)
      this.#sums = wider
    }
    return number
  }

  add(number: number, ledger: Ledger, row: number): void {
    const sums = this.#sums
    const at = number * WIDTH
    sums[at + TRIPS]! += 1
    if (ledger.isKnown(row)) {
      const { revenueMinor, costMinor, marginMinor } = ledger.money
      const [revenue, margin, km] = [revenueMinor[row]!, marginMinor[row]!, ledger.km[row]!]
      sums[at + REVENUE]! += revenue
      sums[at + COST]! += costMinor[row]!
      sums[at + MARGIN]! += margin
      if (km > 0) {
        sums[at + KM]! += km
        sums[at + KM_REVENUE]! += revenue
        sums[at + KM_MARGIN]! += margin
      }
    } else sums[at + UNKNOWN]! += 1
    const payDays = ledger.span('payDays', row)
    if (payDays === null) return
    sums[at + PAID]! += 1
    sums[at + PAY_DAYS]! += payDays
  }

  trips(number: number): number {
    return this.#sums[number * WIDTH + TRIPS]!
  }

  figures(number: number, deals: number): ReportFigures {
    const sum = (place: number) => this.#sums[number * WIDTH + place]!
    const per = (above: number, below: number) => (below === 0 ? null : above / below)
    const perKm = (place: number) => (sum(KM) === 0 ? null : Math.round(sum(place) / sum(KM)))
    return {
      trips: sum(TRIPS),
      unknown: sum(UNKNOWN),
      deals,
      revenueMinor: sum(REVENUE),
      costMinor: sum(COST),
      marginMinor: sum(MARGIN),
      marginShare: per(sum(MARGIN), sum(REVENUE)),
      revenuePerKmMinor: perKm(KM_REVENUE),
      marginPerKmMinor: perKm(KM_MARGIN),
      payDays: per(sum(PAY_DAYS), sum(PAID)),
      paid: sum(PAID),
    }
  }
}
