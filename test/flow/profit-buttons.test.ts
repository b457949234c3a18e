import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import type { PortalRoom } from '../../server/api/session/portal-room.ts'
import { findProfitApproval } from '../../server/store/profit-approvals.ts'
import { writeSetting } from '../../server/store/settings.ts'
import { openProfitTab } from '../support/profit-visit.ts'
import { runningOrder } from '../support/running-order.ts'
import { drawnFor, pressButton } from '../support/timeline-buttons.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let room: PortalRoom
let orderId: number
beforeAll(async () => {
  world = await startWorld()
  room = (await world.context.api.openRoom(world.sandbox.memberId))!
  orderId = await runningOrder(room.store)
  await writeSetting(room.store, 'minimumShare', 0.99)
  await writeSetting(room.store, 'guests', ['manager'])
}, 60_000)
afterAll(() => world?.close())

interface Drawn {
  id: number
  fields: { completed: boolean; badgeCode: string | null; responsibleId: number }
  layout: {
    header: { title: string; tags: { state: { title: string } } }
    footer?: { buttons: Record<string, { title: string }> }
  }
}

/** The manager asks; what was asked before counts no more. */
async function asked(): Promise<string> {
  await room.store.deleteFrom('profitApproval').execute()
  const key = randomUUID()
  const { session } = await openProfitTab(world, CAST.manager, 'order', orderId)
  const input = { key, card: { kind: 'order', id: orderId }, orderId, comment: 'Постоянный клиент' }
  expect((await world.api(session, 'POST', '/api/profit-approvals', input)).status).toBe(201)
  await world.settle()
  return key
}

const drawn = (key: string) => drawnFor<Drawn>(world, key)

/** `change` forges what the portal posts. */
async function press(userId: number, key: string, action: string, change: Record<string, string> = {}) {
  const [activity] = await drawn(key)
  return pressButton(world, { userId, activityId: activity!.id, action, params: { margin: key }, change })
}

async function taskOfHead(): Promise<{ status: string; description: string }> {
  const { tasks } = await world.rest<{ tasks: { status: string; title: string; description: string }[] }>(
    'tasks.task.list',
    {
      filter: { RESPONSIBLE_ID: CAST.salesHead },
      select: ['ID', 'TITLE', 'STATUS', 'DESCRIPTION'],
      order: { ID: 'desc' },
    },
  )
  return tasks.find(({ title }) => title.startsWith('Согласовать маржу'))!
}

const stateOf = async (key: string) => (await findProfitApproval(room.store, key))!.state
const COMPLETED = '5'

test('the head’s task leads to the order, and the order holds the question with a button for each answer', async () => {
  const key = await asked()
  const { entityTypeId } = world.map.processes.order
  expect((await taskOfHead()).description).toContain(`[URL=/crm/type/${entityTypeId}/details/${orderId}/]`)
  const [activity, ...more] = await drawn(key)
  expect(more).toEqual([])
  expect(activity!.fields).toMatchObject({ completed: false, badgeCode: null, responsibleId: CAST.salesHead })
  expect(activity!.layout.header.tags.state.title).toBe('ждёт решения')
  expect(Object.keys(activity!.layout.footer!.buttons)).toEqual(['allow', 'decline'])
  expect(JSON.stringify(activity!.layout)).not.toMatch(/\d{3,} ?₽|%/)
})

test('the head allows by one press in the timeline; his task is closed, the buttons go, the tab knows', async () => {
  const key = await asked()
  expect(await press(CAST.salesHead, key, 'allow')).toBe(200)
  expect(await stateOf(key)).toBe('allowed')
  const [activity] = await drawn(key)
  expect(activity!.fields.completed).toBe(true)
  expect(activity!.layout.footer).toBeUndefined()
  expect((await taskOfHead()).status).toBe(COMPLETED)
  const { answer } = await openProfitTab(world, CAST.salesHead, 'order', orderId)
  expect(answer.orders[0]!.approval).toMatchObject({ state: 'allowed', mayDecide: false })
})

test('a decision in the tab takes the buttons of the timeline away, and a late press changes nothing', async () => {
  const key = await asked()
  const { session } = await openProfitTab(world, CAST.salesHead, 'order', orderId)
  const decision = { key: randomUUID(), card: { kind: 'order', id: orderId }, state: 'declined' }
  expect((await world.api(session, 'PUT', `/api/profit-approvals/${key}`, decision)).status).toBe(200)
  await world.settle()
  expect((await drawn(key))[0]!.layout.footer).toBeUndefined()
  await press(CAST.director, key, 'allow')
  expect(await stateOf(key)).toBe('declined')
})

test('who asked and who merely reads the order decide nothing, and find the buttons as they were', async () => {
  const key = await asked()
  for (const userId of [CAST.manager, CAST.logist, CAST.hr]) {
    expect(await press(userId, key, 'allow')).toBe(200)
    expect(await stateOf(key)).toBe('asked')
  }
  expect(Object.keys((await drawn(key))[0]!.layout.footer!.buttons)).toEqual(['allow', 'decline'])
})

test('a forged press is nobody’s', async () => {
  const key = await asked()
  await press(CAST.salesHead, key, 'allow', { 'auth[application_token]': 'forged' })
  await press(CAST.salesHead, key, 'allow', { 'data[margin]': 'no such question' })
  await press(CAST.salesHead, key, 'delete')
  await press(999_999, key, 'allow')
  expect(await stateOf(key)).toBe('asked')
})

test('where departments have no heads, whoever asks is told that there is nobody to ask', async () => {
  await room.store.deleteFrom('profitApproval').execute()
  const headed = await room.store.selectFrom('department').select(['id', 'headId']).execute()
  await room.store.updateTable('department').set({ headId: null }).execute()
  const { session } = await openProfitTab(world, CAST.manager, 'order', orderId)
  const input = { key: randomUUID(), card: { kind: 'order', id: orderId }, orderId, comment: '' }
  const answer = await world.api(session, 'POST', '/api/profit-approvals', input)
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'nobody_to_ask' }])
  expect(await room.store.selectFrom('profitApproval').select('key').execute()).toEqual([])
  for (const { id, headId } of headed)
    await room.store.updateTable('department').set({ headId }).where('id', '=', id).execute()
})
