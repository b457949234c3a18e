import { grown, roomFor } from './columns.ts'
import type { LedgerRow, OpenPayment } from './ledger-row.ts'
import { NumbersById } from './numbers-by-id.ts'
import { OpenPayments } from './open-payments.ts'

const UNKNOWN_DAYS = -32_768
const IS_DONE = 1
const IS_KNOWN = 2
const IS_FOREIGN = 4

const IDS = [
  'orderId',
  'dealId',
  'clientId',
  'carrierId',
  'fromPlaceId',
  'toPlaceId',
  'logistId',
  'managerId',
  'assignedById',
  'entityId',
  'day',
] as const
/** Made here: the number of the deal among those there are; -1 without one. */
const NUMBERED = 'dealNumber'
const MONEY = ['revenueMinor', 'costMinor', 'marginMinor'] as const
const SPANS = ['payDays', 'lateDays', 'scanDays', 'originalsDays'] as const
type IdColumn = (typeof IDS)[number]
type MoneyColumn = (typeof MONEY)[number]
type SpanColumn = (typeof SPANS)[number]

/**
 * One order a row, in columns of numbers: a report walks through hundreds of thousands of them in milliseconds. Rows
 * have no order; one that leaves is replaced by the last. An order stands in it once, whatever deals were made of it.
 */
export class Ledger {
  #room: number
  #count = 0
  readonly #at: NumbersById
  /** Deals by numbers without gaps, for counting different ones fast. */
  readonly #deals = new NumbersById()
  readonly ids: Record<IdColumn | typeof NUMBERED, Int32Array>
  readonly money: Record<MoneyColumn, Float64Array>
  readonly spans: Record<SpanColumn, Int16Array>
  km: Float32Array
  #flags: Uint8Array
  readonly #open: OpenPayments

  /** Made for about so many orders; more may come. */
  constructor(expected = 0) {
    const room = roomFor(expected)
    this.#room = room
    this.#at = new NumbersById(room)
    const columns = <Name extends string, Column>(names: readonly Name[], make: () => Column) =>
      Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Column>
    this.ids = columns([...IDS, NUMBERED], () => new Int32Array(room))
    this.money = columns(MONEY, () => new Float64Array(room))
    this.spans = columns(SPANS, () => new Int16Array(room))
    this.km = new Float32Array(room)
    this.#flags = new Uint8Array(room)
    this.#open = new OpenPayments(room)
  }

  get count(): number {
    return this.#count
  }

  /** Deals are numbered from 0 to here. */
  get dealCount(): number {
    return this.#deals.size
  }

  isDone = (row: number) => (this.#flags[row]! & IS_DONE) !== 0
  isKnown = (row: number) => (this.#flags[row]! & IS_KNOWN) !== 0
  /** A span of a row; null where it is not known. */
  span(name: SpanColumn, row: number): number | null {
    const value = this.spans[name][row]!
    return value === UNKNOWN_DAYS ? null : value
  }

  /** Payments that are still to come, with their rows; each is to be read before the next is asked for. */
  openPayments(): Iterable<{ row: number; payment: OpenPayment }> {
    return this.#open.each(this.#count)
  }

  put(one: LedgerRow): void {
    const row = this.#at.get(one.orderId) ?? this.#count
    if (row === this.#room) this.#grow()
    if (row === this.#count) {
      this.#at.set(one.orderId, row)
      this.#count += 1
    }
    for (const name of IDS) this.ids[name][row] = one[name]
    this.ids.dealNumber[row] = this.#numberOf(one.dealId)
    for (const name of MONEY) this.money[name][row] = one.figures?.[name] ?? 0
    for (const name of SPANS) this.spans[name][row] = one[name] ?? UNKNOWN_DAYS
    this.km[row] = one.km
    this.#flags[row] = (one.isDone ? IS_DONE : 0) | (one.figures ? IS_KNOWN : 0) | (one.isForeign ? IS_FOREIGN : 0)
    this.#open.put(row, one.open)
  }

  remove(orderId: number): void {
    const row = this.#at.get(orderId)
    if (row === undefined) return
    const last = this.#count - 1
    for (const column of this.#columns()) column[row] = column[last]!
    this.#at.set(this.ids.orderId[row]!, row)
    this.#at.delete(orderId)
    this.#open.clear(row)
    if (row !== last) this.#open.move(last, row)
    this.#count = last
  }

  /** Orders that hang on rates of exchange. */
  foreignIds(): number[] {
    const found: number[] = []
    for (let row = 0; row < this.#count; row++)
      if ((this.#flags[row]! & IS_FOREIGN) !== 0) found.push(this.ids.orderId[row]!)
    return found
  }

  #numberOf(dealId: number): number {
    if (dealId === 0) return -1
    const known = this.#deals.get(dealId) ?? this.#deals.size
    this.#deals.set(dealId, known)
    return known
  }

  #columns() {
    return [
      ...Object.values(this.ids),
      ...Object.values(this.money),
      ...Object.values(this.spans),
      this.km,
      this.#flags,
    ]
  }

  #grow(): void {
    this.#room = roomFor(this.#room + 1)
    for (const name of [...IDS, NUMBERED] as const) this.ids[name] = grown(this.ids[name], new Int32Array(this.#room))
    for (const name of MONEY) this.money[name] = grown(this.money[name], new Float64Array(this.#room))
    for (const name of SPANS) this.spans[name] = grown(this.spans[name], new Int16Array(this.#room))
    this.km = grown(this.km, new Float32Array(this.#room))
    this.#flags = grown(this.#flags, new Uint8Array(this.#room))
    this.#open.widen(this.#room)
  }
}
