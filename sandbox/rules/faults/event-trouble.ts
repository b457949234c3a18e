import type { FaultBook } from './fault-book.ts'

export type EventTrouble = ReturnType<typeof createEventTrouble>

/** Loses, doubles, delays and mixes up what the portal tells the application. */
export function createEventTrouble(book: FaultBook) {
  const timers = new Set<NodeJS.Timeout>()
  /** Waiting for another event to overtake them. */
  let held: { deliver: () => void; timer: NodeJS.Timeout }[] = []

  function later(milliseconds: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, milliseconds).unref()
    timers.add(timer)
    return timer
  }

  function overtaken(): void {
    const waiting = held
    held = []
    for (const one of waiting) {
      clearTimeout(one.timer)
      timers.delete(one.timer)
      one.deliver()
    }
  }

  return {
    /** `deliver` is called once, when nothing strikes; else not at all, several times, or later. */
    pass(event: string, deliver: () => void): void {
      if (book.strike('event-lost', [event])) return
      const late = book.strike('event-delay', [event])
      if (late) {
        later(late.delayMs(late.fault.delay), deliver)
        return
      }
      const mixedUp = book.strike('event-reorder', [event])
      if (mixedUp) {
        const one = { deliver, timer: later(mixedUp.fault.seconds * 1000, () => release(one)) }
        held.push(one)
        return
      }
      deliver()
      const twice = book.strike('event-duplicate', [event])
      for (let copy = 0; copy < (twice?.fault.copies ?? 0); copy++) deliver()
      overtaken()
    },
    close(): void {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      held = []
    },
  }

  function release(one: { deliver: () => void }): void {
    held = held.filter((other) => other !== one)
    one.deliver()
  }
}
