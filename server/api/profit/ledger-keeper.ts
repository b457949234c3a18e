import { Ledger } from '../../profit/ledger/ledger.ts'
import { ALL_ORDERS, FOREIGN_ORDERS, takeOrderMarks } from '../../store/change-marks.ts'
import type { PortalStore } from '../../store/database.ts'
import { countOrders, readFigured, readFiguredAfter } from '../../store/order-money.ts'
import type { ProfitKnowledge } from './figure-order.ts'
import { ledgerRowOf } from './ledger-row-of.ts'
import { readProfitKnowledge, type ProfitTools } from './profit-knowledge.ts'

/** Orders reckoned before others may have the thread. */
const PART = 300

/** The ledger beside a portal's file, and what it was reckoned with. */
export interface KeptLedger {
  ledger: Ledger
  knowledge: ProfitKnowledge
}

const keepers = new WeakMap<PortalStore, Keeper>()

/**
 * What reports walk through, as new as the last commit: one row an order, reckoned by the same code as the tab. Built
 * when it is first asked for, in parts between which others are answered.
 */
export function ledgerOf(store: PortalStore, tools: ProfitTools): Promise<KeptLedger> {
  let keeper = keepers.get(store)
  if (!keeper) {
    keeper = new Keeper(store, tools)
    keepers.set(store, keeper)
  }
  return keeper.fresh()
}

class Keeper {
  readonly #store: PortalStore
  readonly #tools: ProfitTools
  #kept: KeptLedger | null = null
  /** One refresh at a time; whoever asks meanwhile may have seen a later commit and needs the next one. */
  #running: Promise<KeptLedger> = Promise.resolve(null as never)

  constructor(store: PortalStore, tools: ProfitTools) {
    this.#store = store
    this.#tools = tools
  }

  fresh(): Promise<KeptLedger> {
    this.#running = this.#running.catch(() => null).then(() => this.#refresh())
    return this.#running
  }

  async #refresh(): Promise<KeptLedger> {
    // Taken before anything is read: a change in between is seen twice rather than never.
    const marks = await takeOrderMarks(this.#store)
    if (!this.#kept || marks.includes(ALL_ORDERS)) {
      this.#kept = null
      this.#kept = await this.#build()
      return this.#kept
    }
    if (marks.length === 0) return this.#kept
    try {
      await this.#follow(this.#kept, marks)
    } catch (error) {
      // The marks are gone: only building anew is sure to know what they stood for.
      this.#kept = null
      throw error
    }
    return this.#kept
  }

  async #build(): Promise<KeptLedger> {
    const knowledge = await readProfitKnowledge(this.#store, this.#tools, null)
    const ledger = new Ledger(await countOrders(this.#store))
    for (let afterId = 0; ; await breath()) {
      const part = await readFiguredAfter(this.#store, afterId, PART)
      for (const one of part) {
        const row = ledgerRowOf(one, knowledge)
        if (row) ledger.put(row)
      }
      if (part.length < PART) return { ledger, knowledge }
      afterId = part.at(-1)!.order.id
    }
  }

  async #follow(kept: KeptLedger, marks: readonly number[]): Promise<void> {
    const { ledger } = kept
    const isForeign = marks.includes(FOREIGN_ORDERS)
    const named = marks.filter((id) => id > 0)
    const ids = isForeign ? [...new Set([...named, ...ledger.foreignIds()])] : named
    for (let at = 0; at < ids.length; at += PART) {
      const part = ids.slice(at, at + PART)
      // Only the days' rates and the awards of these orders can have changed: settings mark all orders.
      kept.knowledge = await readProfitKnowledge(this.#store, this.#tools, part)
      const found = new Map((await readFigured(this.#store, part)).map((one) => [one.order.id, one]))
      for (const id of part) {
        const one = found.get(id)
        const row = one ? ledgerRowOf(one, kept.knowledge) : null
        if (row) ledger.put(row)
        else ledger.remove(id)
      }
      await breath()
    }
  }
}

/** Lets others be answered. */
const breath = () => new Promise<void>((resolve) => setImmediate(resolve))
