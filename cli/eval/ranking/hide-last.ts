import { Trades, type History } from '../../../bench/world/history.ts'

const HIDDEN_SHARE = 0.2
/**
 * Offers of the last days before the first hidden order may already be answers to a hidden one: they would tell who
 * is about to drive, which nobody knows when a request arrives.
 */
const OFFERS_HELD_BACK_MS = 3 * 86_400_000

export interface SplitHistory {
  /** Everything before the first hidden order. */
  seen: History
  /** The last fifth of the orders by time. */
  hidden: Trades
  /** When the first hidden order was made: the moment all of them are ranked at. UTC ISO. */
  now: string
}

/** Hides the last fifth of the orders. Null when there are too few to hide any. */
export function hideLast(history: History): SplitHistory | null {
  const order = history.orders.byTime()
  const first = order.length - Math.floor(order.length * HIDDEN_SHARE)
  if (first >= order.length) return null
  const hidden = new Trades(order.length - first)
  for (const row of order.subarray(first)) hidden.push(history.orders.at(row))
  const cutMs = hidden.atMs[0]!
  return {
    seen: {
      ...history,
      offers: before(history.offers, cutMs - OFFERS_HELD_BACK_MS),
      orders: before(history.orders, cutMs),
    },
    hidden,
    now: new Date(cutMs).toISOString(),
  }
}

function before(trades: Trades, untilMs: number): Trades {
  const kept = new Trades(Math.max(16, trades.length))
  for (let row = 0; row < trades.length; row++) if (trades.atMs[row]! < untilMs) kept.push(trades.at(row))
  return kept
}
