import { beforeEach, expect, test } from 'vitest'
import { boot as bootSchema, type Boot } from '../../../contract/session.ts'
import { PortalError } from '../../../server/errors.ts'
import type { BatchMemberAnswer, PortalClient } from '../../../server/portal/portal-client.ts'
import { apiWorld } from '../../support/api-world.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
beforeEach(async () => {
  world = await apiWorld()
})

function bootOf(html: string): Boot {
  const block = /<script type="application\/json" id="reis-boot">([\s\S]*?)<\/script>/.exec(html)?.[1]
  return bootSchema.parse(JSON.parse(block!))
}

/** From now on the portal answers every proof like this. */
function answers(change: (usual: Record<string, BatchMemberAnswer>) => Record<string, BatchMemberAnswer>) {
  const { clients } = world.room
  world.room.clients = {
    ...clients,
    forPostedToken: (portal, token) => {
      const client = clients.forPostedToken(portal, token)
      const batch: PortalClient['batch'] = async (calls) => change(await client.batch(calls))
      return { ...client, batch }
    },
  }
}

async function provedEarlier() {
  expect(bootOf((await world.openCard('token-ivanov')).html).state).toBe('carriers')
  // Another card keeps the token known while the proof of this one runs out in memory.
  world.clock.pass({ minutes: 14 })
  await world.openCard('token-ivanov', { PLACEMENT_OPTIONS: '{"ID":"16"}' })
  world.clock.pass({ minutes: 1, seconds: 1 })
  await world.room.store.updateTable('proof').set({ at: world.clock.iso() }).execute()
}

test('a dismissed employee is refused, though he was proved a quarter of an hour ago', async () => {
  await provedEarlier()
  answers(() => {
    throw new PortalError('batch', 'user_access_error', 403, { retryable: false })
  })
  expect(bootOf((await world.openCard('token-ivanov')).html)).toMatchObject({
    state: 'refused',
    problem: { code: 'not_signed_in' },
  })
})

test('a portal that has no execution time left for cards shows the copy to who was proved', async () => {
  await provedEarlier()
  answers((usual) => ({ ...usual, item: { ok: false, code: 'OPERATION_TIME_LIMIT', status: 429 } }))
  const boot = bootOf((await world.openCard('token-ivanov')).html)
  expect(boot).toMatchObject({ state: 'carriers', answer: { stale: true } })
})

test('a portal that has no execution time left tells who was never proved that it does not answer', async () => {
  answers((usual) => ({ ...usual, profile: { ok: false, code: 'OPERATION_TIME_LIMIT', status: 429 } }))
  expect(bootOf((await world.openCard('token-ivanov')).html)).toMatchObject({
    state: 'refused',
    problem: { code: 'portal_unreachable' },
  })
})

test('a proof that comes too late for whoever waited lets him in when he tries again', async () => {
  let answerNow: () => void = () => undefined
  const late = new Promise<void>((resolve) => {
    answerNow = resolve
  })
  let asked = 0
  const { clients } = world.room
  world.room.clients = {
    ...clients,
    forPostedToken: (portal, token, givenUp) => {
      const client = clients.forPostedToken(portal, token, givenUp)
      const batch: PortalClient['batch'] = async (calls) => {
        asked += 1
        await late
        return client.batch(calls)
      }
      return { ...client, batch }
    },
  }
  expect(bootOf((await world.openCard('token-ivanov')).html)).toMatchObject({
    state: 'refused',
    problem: { code: 'portal_unreachable' },
  })
  answerNow()
  await expect.poll(() => world.room.proofs.covers('token-ivanov', '1036 15')).toBe(true)
  expect(bootOf((await world.openCard('token-ivanov')).html)).toMatchObject({ state: 'carriers' })
  expect(asked).toBe(1)
  expect(await world.room.tokens.read('portal-1', 7)).toMatchObject({ refreshToken: 'refresh-token-ivanov' })
})
