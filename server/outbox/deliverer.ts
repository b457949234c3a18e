import type { CardReference } from '../../contract/card.ts'
import type { Language } from '../../contract/codes.ts'
import type { Log } from '../log.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import type { SchemaMap } from '../portal/schema-map.ts'
import type { PortalStore } from '../store/database.ts'
import {
  listOrphanedSteps,
  listSendableSteps,
  markDone,
  markEnded,
  markLost,
  markPending,
  markSending,
  readStepEnds,
  type StepRow,
} from '../store/write-steps.ts'
import { backoffMs, LOOK_BACK_MS, MAX_ATTEMPTS } from './backoff.ts'
import type { Command, Delivery } from './command.ts'
import { failureOf } from './failure.ts'
import { createPortalRest } from './portal-rest.ts'

/** What the deliverer needs of one portal. */
export interface OutboxRoom {
  memberId: string
  store: PortalStore
  /** null until the portal is fitted: nothing can be sent then. */
  map(): SchemaMap | null
  /** The payload of a step with what lies sealed in the file opened. */
  opened?(payload: unknown): unknown
  /** With the stored tokens of that person, in the lane `outbox`. */
  clientFor(userId: number): PortalClient
  /** The app in the place of somebody who is signed out for good; null where it cannot stand in for him. */
  standInFor?(userId: number): Promise<StandIn | null>
  /** Whether the portal's administrator lets the app write in somebody's place. */
  mayStandIn?(): Promise<boolean>
  /** After every change of a step's state. */
  onMoved(chainKey: string): Promise<void>
  /** After a step is done in the portal, so that the copy hears of it at once. */
  onDone(done: {
    command: string
    userId: number
    portalId: number | null
    touched: CardReference | null
  }): Promise<void>
}

/** The app with the rights of the administrator who installed it. */
export interface StandIn {
  client: PortalClient
  /** Whose place it takes. */
  name: string
  /** The portal’s own: it is said there for whom the app has written. */
  language: Language
}

/** How many calls of one portal's outbox may be under way: people come first, and two calls a second is all there is. */
const AT_ONCE = 4

export interface Deliverer {
  /** Sends everything that is due; resolves when nothing is left that could be sent now. Never rejects for one step's fault. */
  deliverDue(): Promise<void>
}

/** Time and randomness are arguments: `now` in milliseconds, `random` in [0, 1). */
export function createDeliverer(
  room: OutboxRoom,
  commands: readonly Command[],
  options: { now: () => number; random: () => number; log: Log },
): Deliverer {
  const { store } = room
  const iso = (ms: number) => new Date(ms).toISOString()
  const byName = new Map(commands.map((command) => [command.name, command]))
  const inFlight = new Map<number, Promise<void>>()
  const faults: unknown[] = []
  let running: Promise<void> | null = null
  let wake: () => void = () => undefined
  let wanted = false
  let ended = 0
  const rest = createPortalRest(options.random)

  /** Starts what can start now; says whether anything changed. */
  async function round(): Promise<boolean> {
    const orphaned = await listOrphanedSteps(store)
    for (const step of orphaned) {
      await markEnded(store, step.id, iso(options.now()), 'refused', 'dependency_refused')
      await room.onMoved(step.chainKey)
    }
    const free = rest.places(options.now(), AT_ONCE) - inFlight.size
    const busy = [...inFlight.keys()]
    const started =
      free > 0 ? await listSendableSteps(store, iso(options.now()), busy, free, await room.mayStandIn?.()) : []
    for (const step of started)
      inFlight.set(
        step.id,
        move(step)
          // Kept until the loop comes to it: rejected beside the loop it would end the process.
          .catch((error: unknown) => void faults.push(error))
          .finally(() => {
            inFlight.delete(step.id)
            ended += 1
          }),
      )
    return started.length + orphaned.length > 0
  }

  async function run(): Promise<void> {
    for (;;) {
      wanted = false
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      if (faults.length > 0) throw faults.splice(0)[0]
      const before = ended
      if (await round()) continue
      // What ended while the round was reading may have set something else free.
      if (ended !== before || (inFlight.size === 0 && wanted)) continue
      if (inFlight.size === 0) break
      await Promise.race([...inFlight.values(), woken])
    }
    running = null
  }

  async function move(step: StepRow): Promise<void> {
    const command = byName.get(step.command)
    const map = room.map()
    if (!command || !map) {
      const later = iso(options.now() + backoffMs(8, options.random))
      // What may be in the portal already still has to be proved before anything is sent again.
      await (step.state === 'sending' ? markLost : markPending)(store, step.id, later, 'unexpected')
      options.log.error({ step: step.id, command: step.command, fitted: map !== null }, 'a write cannot be sent yet')
      return
    }
    let delivery: Delivery<unknown>
    try {
      const kept: unknown = JSON.parse(step.payload)
      delivery = {
        client: room.clientFor(step.userId),
        map,
        payload: command.payload.parse(room.opened ? room.opened(kept) : kept),
        chainKey: step.chainKey,
        userId: step.userId,
        acceptedAt: step.acceptedAt,
        appUserId: (await room.standInFor?.(step.userId))?.client.userId,
        earlier: async (position) => (await readStepEnds(store, step.chainKey)).get(position)?.portalId ?? null,
      }
    } catch (error) {
      await giveUp(step, error)
      return
    }
    // An error of our own file is thrown on: the step stays as it was marked, and is proved later.
    await (step.state === 'sending' ? lookForProof(step, command, delivery) : send(step, command, delivery))
    await room.onMoved(step.chainKey)
  }

  async function giveUp(step: StepRow, error: unknown): Promise<void> {
    options.log.error({ step: step.id, command: step.command, err: error }, 'a write broke on our side')
    await markEnded(store, step.id, iso(options.now()), 'failed', 'unexpected')
    await room.onMoved(step.chainKey)
  }

  async function send(step: StepRow, command: Command, delivery: Delivery<unknown>): Promise<void> {
    await markSending(store, step.id, iso(options.now()), iso(options.now() + LOOK_BACK_MS))
    await room.onMoved(step.chainKey)
    const begun = rest.begin()
    let portalId: number | null
    try {
      // A process of the portal acts with the portal's own rights: it does not wait for a person to sign in.
      const mayStandIn = async () => step.ofProcess === 1 || ((await room.mayStandIn?.()) ?? false)
      portalId = await asHimselfOrInstead(delivery, mayStandIn, command.send)
    } catch (error) {
      noteSilence(error, begun)
      await settle(step, error)
      return
    }
    rest.answered()
    await done(step, command, delivery, portalId)
  }

  /**
   * Acts as the person who pressed. Signed out, he has surely done nothing: the app acts in his place where it may. It may always look for a proof.
   * Throws what the last of them met with.
   */
  async function asHimselfOrInstead<Result>(
    delivery: Delivery<unknown>,
    mayStandIn: () => Promise<boolean>,
    act: (delivery: Delivery<unknown>) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await act(delivery)
    } catch (error) {
      if (failureOf(error).reason !== 'user_signed_out') throw error
      const standIn = (await mayStandIn()) ? await room.standInFor?.(delivery.userId) : null
      if (!standIn) throw error
      return act({ ...delivery, client: standIn.client, standsInFor: standIn })
    }
  }

  function noteSilence(error: unknown, begun: number): void {
    if (failureOf(error).reason === 'portal_unreachable') rest.silent(begun, options.now())
    else rest.answered()
  }

  async function lookForProof(step: StepRow, command: Command, delivery: Delivery<unknown>): Promise<void> {
    const begun = rest.begin()
    let proof: { portalId: number | null } | null
    try {
      proof = await asHimselfOrInstead(delivery, async () => true, command.findProof)
      rest.answered()
    } catch (error) {
      noteSilence(error, begun)
      const failure = failureOf(error)
      // The question failed, not the write: it stays open until the portal lets us look.
      if (failure.kind === 'broken') return giveUp(step, error)
      // What it wrote to is not there any more: whether it got through makes no difference.
      if (failure.reason === 'item_gone') {
        await markEnded(store, step.id, iso(options.now()), 'refused', 'item_gone')
        return
      }
      await lostAgain(step, failure.reason)
      return
    }
    if (proof) await done(step, command, delivery, proof.portalId)
    else await markPending(store, step.id, iso(options.now()), null)
  }

  async function done(
    step: StepRow,
    command: Command,
    delivery: Delivery<unknown>,
    portalId: number | null,
  ): Promise<void> {
    await markDone(store, step.id, iso(options.now()), portalId)
    try {
      const touched = command.touched?.(delivery.payload, portalId) ?? null
      await room.onDone({ command: step.command, userId: step.userId, portalId, touched })
    } catch (error) {
      options.log.warn({ step: step.id, command: step.command, err: error }, 'the copy will hear of a write later')
    }
  }

  async function settle(step: StepRow, error: unknown): Promise<void> {
    const failure = failureOf(error)
    const attempts = step.attempts + 1
    const at = iso(options.now())
    options.log.warn({ step: step.id, command: step.command, attempts, ...failure }, 'a write did not get through')
    if (failure.kind === 'refused') await markEnded(store, step.id, at, 'refused', failure.reason)
    else if (failure.kind === 'broken') await markEnded(store, step.id, at, 'failed', failure.reason)
    else if (failure.kind === 'lost') await markLost(store, step.id, iso(options.now() + LOOK_BACK_MS), failure.reason)
    // Who is signed out is waited for: he may be on holiday.
    else if (attempts >= MAX_ATTEMPTS && failure.reason !== 'user_signed_out')
      await markEnded(store, step.id, at, 'failed', failure.reason)
    else await markPending(store, step.id, iso(options.now() + backoffMs(attempts, options.random)), failure.reason)
  }

  async function lostAgain(step: StepRow, reason: Parameters<typeof markLost>[3]): Promise<void> {
    const waitedMs = options.now() - Date.parse(step.sentAt ?? step.acceptedAt)
    // The longer nobody answers, the rarer we ask.
    const pause = Math.max(backoffMs(1, options.random), Math.min(waitedMs / 4, 10 * 60_000))
    await markLost(store, step.id, iso(options.now() + pause), reason)
  }

  return {
    deliverDue() {
      wanted = true
      wake()
      running ??= run().catch((error: unknown) => {
        running = null
        throw error
      })
      return running
    },
  }
}
