import { z } from 'zod'
import { PortalError } from '../../server/errors.ts'
import { createLog } from '../../server/log.ts'
import type { Command } from '../../server/outbox/command.ts'
import { createDeliverer, type OutboxRoom } from '../../server/outbox/deliverer.ts'
import { openPortalStore, type PortalStore } from '../../server/store/database.ts'
import { acceptChain, findChain, readWrite, type NewStep } from '../../server/store/outbox.ts'
import { handClock } from './clock.ts'
import { defaultMap, fakePortal } from './fake-portal.ts'

/** The portal did or did not do it: its answer was lost. */
export const lost = () => new PortalError('x.add', '', 0, { retryable: true })

/** Sends `x.add` with its payload; its proof is what `x.list` finds. */
export const writeX: Command<{ text: string }> = {
  name: 'write-x',
  payload: z.object({ text: z.string() }),
  async send({ client, payload }) {
    return Number((await client.call('x.add', payload)).result)
  },
  async findProof({ client, payload }) {
    const found = (await client.call<number | null>('x.list', payload)).result
    return found === null ? null : { portalId: found }
  },
}

/** A store with a queue, a portal that answers as it is told to, and a clock moved by hand. */
export class DelivererDesk {
  readonly clock = handClock()
  /** What the portal answers. */
  answer: (method: string, params: Record<string, unknown>) => unknown = () => 1
  portal = fakePortal(({ method, params }) => this.answer(method, params))
  /** Which writes were said to be done. */
  readonly told: string[] = []
  readonly store: PortalStore

  private constructor(store: PortalStore) {
    this.store = store
  }

  static async open(): Promise<DelivererDesk> {
    return new DelivererDesk(await openPortalStore(':memory:'))
  }

  close(): Promise<void> {
    return this.store.destroy()
  }

  deliverer(more: Partial<OutboxRoom> = {}) {
    return createDeliverer(
      {
        memberId: 'portal-1',
        store: this.store,
        map: defaultMap,
        clientFor: this.portal.client,
        onMoved: async () => undefined,
        onDone: async ({ command, portalId }) => {
          this.told.push(`${command} ${portalId}`)
        },
        ...more,
      },
      [writeX as Command],
      { now: this.clock.now, random: () => 0.5, log: createLog('silent') },
    )
  }

  async accept(key: string, steps: (Partial<NewStep> & { text: string })[], userId = 7): Promise<void> {
    await acceptChain(this.store, {
      key,
      kind: 'offer',
      userId,
      input: {},
      loadKind: 'request',
      loadId: 1,
      companyId: null,
      acceptedAt: this.clock.iso(),
      steps: steps.map((step) => ({
        command: step.command ?? 'write-x',
        subject: step.subject ?? `${key} ${step.text}`,
        payload: { text: step.text },
        dependsOn: step.dependsOn ?? [],
      })),
    })
  }

  async write(key: string) {
    return readWrite(this.store, (await findChain(this.store, key))!)
  }
}
