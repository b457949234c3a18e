import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST } from '../../sandbox/seeds/cast.ts'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { findPortal } from '../../server/store/portals.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

let bad: Sandbox
let good: Sandbox
let reis: ReisSide
beforeAll(async () => {
  const start = (memberId: string) =>
    startSandbox({ seed: 'small', app: REIS_APP, memberId, limits: { perSecond: Infinity } })
  ;[bad, good] = await Promise.all([start('portal-bad'), start('portal-good')])
  reis = await startReisSide({ sandboxes: [bad, good] })
  for (const sandbox of [bad, good]) {
    await reis.firstContact(sandbox)
    await reis.installer.start(sandbox.memberId)
    sandbox.portal.finishInstall()
  }
})
afterAll(async () => {
  bad?.portal.faults.clear()
  await reis?.close()
  await bad?.close()
  await good?.close()
})

const rename = (sandbox: Sandbox, title: string) =>
  sandbox.portal.call({ kind: 'webhook', userId: CAST.admin }, 'crm.item.update', {
    entityTypeId: 4,
    id: CARRIERS.sidorov,
    fields: { title },
  })

/** Milliseconds until a change in the good portal stands in its copy. */
async function changeArrives(title: string): Promise<number> {
  const began = performance.now()
  await rename(good, title)
  await reis.changes.drain(good.memberId)
  const { store } = await reis.open(good.memberId)
  const row = await store.selectFrom('company').select('title').where('id', '=', CARRIERS.sidorov).executeTakeFirst()
  expect(row?.title).toBe(title)
  return performance.now() - began
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

test('a portal that answers after a dozen seconds and floods us with events does not slow another portal', async () => {
  const idle: number[] = []
  for (let change = 0; change < 12; change += 1) idle.push(await changeArrives(`ИП Сидоров ${change}`))

  bad.portal.faults.set({ latencyMs: 12_000 })
  const portal = (await findPortal(reis.registry, bad.memberId))!
  let isOver = false
  const hanging = Array.from({ length: 60 }, () =>
    reis.clients
      .forUser(portal, CAST.admin, 'widget')
      .call('profile')
      .finally(() => {
        isOver = true
      }),
  )
  hanging.push(reis.changes.drain(bad.memberId) as never)
  const flood = new URLSearchParams({
    event: 'ONCRMCOMPANYUPDATE',
    'data[FIELDS][ID]': String(CARRIERS.sidorov),
    'auth[member_id]': bad.memberId,
    'auth[application_token]': bad.portal.app!.applicationToken,
  }).toString()
  const flooding = Array.from({ length: 300 }, () => reis.receiver.receive(flood).catch(() => undefined))

  const busy: number[] = []
  for (let change = 0; change < 12; change += 1) busy.push(await changeArrives(`ИП Сидоров, снова ${change}`))
  // The bad portal has not answered once in all this time.
  expect(isOver).toBe(false)
  expect(median(busy)).toBeLessThan(Math.max(median(idle) * 4, 250))
  await Promise.all(flooding)
  void Promise.allSettled(hanging)
})

test('people who wait at one portal’s limits keep nobody of another portal waiting', async () => {
  bad.portal.faults.clear()
  const slow = await startReisSide({ sandboxes: [bad, good], perSecond: 1, burst: 10 })
  const leaving = Array.from({ length: 30 }, () => new AbortController())
  try {
    const [badPortal, goodPortal] = [await slow.firstContact(bad), await slow.firstContact(good)]
    let answered = 0
    const crowd = leaving.map(async ({ signal }) => {
      await slow.clients.forUser(badPortal, CAST.admin, 'widget', signal).call('profile')
      answered += 1
    })
    const gone = Promise.allSettled(crowd)
    const { result } = await slow.clients.forUser(goodPortal, CAST.admin, 'widget').call<{ ID: string }>('profile')
    expect(result.ID).toBe(String(CAST.admin))
    // They go one a second: had he stood in their line, all would have been served before him.
    expect(answered).toBeLessThan(crowd.length)
    for (const person of leaving) person.abort(new Error('The crowd goes home'))
    await gone
  } finally {
    await slow.close()
  }
})
