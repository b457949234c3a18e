import { z } from 'zod'
import { createEventTrouble } from './event-trouble.ts'
import { faultSchema, type Fault } from './fault.ts'
import { createFaultBook, type Firing } from './fault-book.ts'
import { createRequestTrouble } from './request-trouble.ts'
import { faultOfSwitch, noSwitches, switchesSchema, type Switches } from './switches.ts'

/** What may be changed at once: only what is named changes. */
export const faultChangeSchema = switchesSchema.partial().extend({
  /** Another seed; everything is counted anew. */
  seed: z.number().int().optional(),
  /** All faults but the four switches, in the place of those before. */
  faults: z.array(faultSchema).optional(),
  /** Faults beside those that stand. */
  add: z.array(faultSchema).optional(),
})
export type FaultChange = z.input<typeof faultChangeSchema>

export type FaultSwitch = ReturnType<typeof createFaultSwitch>

/** The faults of one portal, switched while it runs. `now` is in milliseconds, undisturbed by a clock skew. */
export function createFaultSwitch(now: () => number) {
  const book = createFaultBook(now)
  const request = createRequestTrouble(book, now)
  const events = createEventTrouble(book)
  let switches = { ...noSwitches }
  let added = 0

  const isOwn = (id: string): boolean => !(id in noSwitches)

  function put(id: string, fault: Fault): void {
    book.put(id, fault)
    request.forget(id)
  }

  function remove(id: string): boolean {
    request.forget(id)
    return book.remove(id)
  }

  function clear(): void {
    switches = { ...noSwitches }
    added = 0
    book.clear()
    request.forgetAll()
  }

  return {
    request,
    events,
    strike: book.strike,
    has: book.has,
    skewMs: book.skewMs,
    /** What stands, how often each was met with and struck, and the last strikes. */
    get: (): Switches & {
      seed: number
      faults: unknown[]
      fired: Record<string, number>
      log: Firing[]
    } => {
      const standing = book.standing()
      const leftOf = (id: string, times: number): number => times - (standing.find((one) => one.id === id)?.fired ?? 0)
      const { failNext, dropAnswerAfterWrite } = switches
      return {
        ...structuredClone(switches),
        failNext: failNext && { ...failNext, times: leftOf('failNext', failNext.times) },
        dropAnswerAfterWrite: dropAnswerAfterWrite && {
          ...dropAnswerAfterWrite,
          times: leftOf('dropAnswerAfterWrite', dropAnswerAfterWrite.times),
        },
        seed: book.seed(),
        faults: standing
          .filter((one) => isOwn(one.id))
          .map(({ id, fault, seen, fired }) => ({ id, ...fault, seen, fired })),
        fired: book.counts(),
        log: book.firings(),
      }
    },
    /** Throws what zod says of a change that makes no sense. */
    set(change: FaultChange): void {
      const { seed, faults, add, ...named } = faultChangeSchema.parse(change)
      if (seed !== undefined) book.setSeed(seed)
      if (faults) {
        for (const { id } of book.standing()) if (isOwn(id)) remove(id)
        added = 0
      }
      for (const fault of [...(faults ?? []), ...(add ?? [])]) put(`f${(added += 1)}`, fault)
      switches = { ...switches, ...named }
      for (const name of Object.keys(named) as (keyof Switches)[]) {
        const fault = faultOfSwitch(name, switches)
        if (fault) put(name, fault)
        else remove(name)
      }
    },
    /** False when there is no such fault. */
    remove: (id: string): boolean => isOwn(id) && remove(id),
    clear,
    close: events.close,
  }
}
