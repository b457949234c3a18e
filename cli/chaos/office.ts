import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../sandbox/seeds/random.ts'
import type { Dealt } from './dealer.ts'
import type { readOutbox } from './outbox-file.ts'
import type { Person } from './person.ts'
import type { AcceptedPress } from './press.ts'

/** So many steps of accepted writes may wait on a fast clock, less on a slow one; the people pause until the portal has caught up. */
const MOST_WAITING = 400
const LOOK_MS = 200
/** After so long (on the portal's clock) somebody who waits opens his card anew, and the administrator is called. */
const OPENS_AFTER_MS = 300_000
/** Where nothing at all has moved for so long, something is stuck. */
const STUCK_MS = 180_000
/** How often the administrator looks at the app's page when nobody calls him, at least and at most. */
const ADMINISTRATOR_MS = { from: 10_000, to: 30_000 }
/** How long people go on pressing beyond what was asked for, until every kind of trouble has struck. */
const STORM_LIMIT_MS = 90_000

export interface Office {
  people: readonly Person[]
  requestIds: readonly number[]
  outbox: ReturnType<typeof readOutbox>
  deal: (requestId: number) => Dealt
  random: Random
  /** How many presses are asked for. */
  writes: number
  /** How many times faster than in life the portal's clock runs. */
  scale: number
  /** How much longer everything takes than on a fast clock. */
  patience: number
  /** Subjects of which somebody has deleted the item. */
  deleted: ReadonlySet<string>
  /** Whether a kind of trouble has not struck yet: people go on pressing then. */
  isStormShort: () => boolean
  openAppPage: () => Promise<unknown>
}

/** People at their cards, and an administrator who looks in. */
export function createOffice(office: Office) {
  const { outbox, random, writes, patience, scale } = office
  const accepted: AcceptedPress[] = []
  let dealt = 0
  let enoughAt = Infinity
  const state = { isOver: false, isCalled: false }

  const isWanted = (): boolean => {
    if (dealt < writes) return true
    enoughAt = Math.min(enoughAt, Date.now())
    return office.isStormShort() && Date.now() < enoughAt + STORM_LIMIT_MS * patience
  }

  async function waitForPortal(person: Person): Promise<void> {
    let movedAt = Date.now()
    let before = 0
    let openedAt = movedAt
    for (;;) {
      const open = outbox.open()
      if (open <= MOST_WAITING / patience) return
      if (open !== before) movedAt = Date.now()
      before = open
      await sleep(LOOK_MS)
      if (Date.now() - movedAt > STUCK_MS * patience)
        throw new Error(`Nothing moves: ${JSON.stringify(outbox.waiting())}`)
      // Who waits long looks into his card, and asks the administrator to: whoever was signed out is back then.
      if (Date.now() - openedAt < OPENS_AFTER_MS / scale) continue
      openedAt = Date.now()
      state.isCalled = true
      await person.signIn()
    }
  }

  /** Some presses in one card, until it is gone or nothing more is asked for. */
  async function visit(person: Person, requestId: number): Promise<void> {
    const most = 10 + Math.floor(random.next() * 30)
    person.goTo(requestId)
    for (let press = 0; press < most && isWanted(); press += 1) {
      await waitForPortal(person)
      dealt += 1
      const one = office.deal(requestId)
      const sentAt = performance.now()
      if (!(await person.press(one))) {
        dealt -= 1
        return
      }
      const { key, kind } = one
      // To what was deleted before the press was accepted nothing can be written.
      const traces = one.traces.filter(({ subject }) => !office.deleted.has(subject))
      accepted.push({ key, kind, sentAt, heardAt: performance.now(), traces })
    }
  }

  return {
    accepted: accepted as readonly AcceptedPress[],
    /** Resolves when everything asked for is accepted. Throws when nothing moves any more. */
    async work(): Promise<void> {
      const { people, requestIds } = office
      const one = async (person: Person) => {
        while (isWanted()) await visit(person, requestIds[Math.floor(random.next() * requestIds.length)]!)
      }
      try {
        await Promise.all(people.map(one))
      } finally {
        state.isOver = true
      }
    },
    /** The administrator's own day: he opens the app's page now and then, and when he is called. */
    async administer(): Promise<void> {
      while (!state.isOver) {
        const from = Date.now()
        const pause = ADMINISTRATOR_MS.from + random.next() * (ADMINISTRATOR_MS.to - ADMINISTRATOR_MS.from)
        while (!state.isOver && !state.isCalled && Date.now() < from + pause) await sleep(LOOK_MS)
        state.isCalled = false
        await office.openAppPage()
      }
    },
    isOver: () => state.isOver,
  }
}
