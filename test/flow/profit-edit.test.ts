import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProfitAnswer } from '../../contract/profit.ts'
import type { Session } from '../../contract/session.ts'
import { CAST } from '../../sandbox/seeds/cast.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { writeSetting } from '../../server/store/settings.ts'
import { runningOrder } from '../support/running-order.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let store: PortalStore
let orderId: number
beforeAll(async () => {
  world = await startWorld()
  store = (await world.context.api.openRoom(world.sandbox.memberId))!.store
  orderId = await runningOrder(store)
}, 60_000)
afterAll(() => world?.close())

async function opened(userId: number): Promise<{ session: Session; answer: ProfitAnswer }> {
  const ticket = await world.ticket(userId, 'order', orderId)
  const boot = (
    await world.post({ ...ticket, action: ticket.action.replace('/w/carriers', '/w/profitability') })
  ).boot()
  if (boot.state !== 'profitability') throw new Error(`The tab did not open: ${JSON.stringify(boot)}`)
  return boot
}

const card = () => ({ kind: 'order', id: orderId })
const key = (name: string) => name.padEnd(20, '0')

async function itemOfPortal(): Promise<Record<string, unknown>> {
  const { entityTypeId } = world.map.processes.order
  const params = { entityTypeId, id: orderId, useOriginalUfNames: 'Y' }
  return (await world.rest<{ item: Record<string, unknown> }>('crm.item.get', params)).item
}

const COMPLETED = '5'

/** Tasks about margins, as the administrator sees them. */
async function tasksOfHead(): Promise<{ status: string; title: string; description: string }[]> {
  const { tasks } = await world.rest<{ tasks: { status: string; title: string; description: string }[] }>(
    'tasks.task.list',
    { filter: { RESPONSIBLE_ID: CAST.salesHead }, select: ['ID', 'TITLE', 'STATUS', 'DESCRIPTION'] },
  )
  return tasks.filter(({ title }) => title.startsWith('Согласовать маржу'))
}

async function commentsOfOrder(): Promise<string[]> {
  const comments = await world.rest<{ COMMENT: string }[]>('crm.timeline.comment.list', {
    filter: { ENTITY_ID: orderId, ENTITY_TYPE: `dynamic_${world.map.processes.order.entityTypeId}` },
  })
  return comments.map(({ COMMENT }) => COMMENT)
}

const field = (code: string) => world.map.processes.order.fields[code]!.name

test('an expense a director enters counts at once, and the card of the portal holds it', async () => {
  const { session, answer } = await opened(CAST.director)
  const before = answer.orders[0]!.expenses.map(({ text }) => text)
  const line = { kind: 'terminal', minor: 610_000, currency: 'RUB', vat: '22', phase: 'actual', direction: 'out' }
  const kept = before.map((text) => ({ text }))
  const input = { key: key('expense'), card: card(), orderId, before, expenses: [...kept, { line, comment: 'Химки' }] }
  const changed = await world.api(session, 'PUT', '/api/expenses', input)
  expect(changed.status).toBe(200)
  const [after] = ((await changed.json()) as ProfitAnswer).orders
  expect(after!.expenses.at(-1)).toMatchObject({ line, comment: 'Химки' })
  await world.settle()
  expect((await itemOfPortal())[field('EXPENSES')]).toEqual([...before, 'терминал; 6100; 22; actual; Химки'])
  // The same press again is the same change; another under a stale view is not taken.
  expect((await world.api(session, 'PUT', '/api/expenses', input)).status).toBe(200)
  expect((await world.api(session, 'PUT', '/api/expenses', { ...input, key: key('stale') })).status).toBe(400)
  const logist = await world.session(CAST.logist, 'order', orderId)
  expect((await world.api(logist, 'PUT', '/api/expenses', { ...input, key: key('logist') })).status).toBe(403)
})

test('a margin below the minimum is asked about, the head gets a task, decides by one press, and it stands on record', async () => {
  await writeSetting(store, 'minimumShare', 0.99)
  await writeSetting(store, 'guests', ['manager'])
  const manager = await opened(CAST.manager)
  expect(manager.answer.orders[0]!.mayAsk).toBe(true)
  const input = { key: key('approval'), card: card(), orderId, comment: 'Постоянный клиент' }
  const asked = await world.api(manager.session, 'POST', '/api/profit-approvals', input)
  expect(asked.status).toBe(201)
  expect(((await asked.json()) as ProfitAnswer).orders[0]).toMatchObject({
    approval: { state: 'asked', mayDecide: false },
    mayAsk: false,
  })
  await world.settle()
  const [task] = await tasksOfHead()
  expect(task!.description).toContain('Постоянный клиент')
  expect(task!.status).not.toBe(COMPLETED)
  const decision = { key: key('decision'), card: card(), state: 'allowed' }
  const own = await world.api(manager.session, 'PUT', `/api/profit-approvals/${input.key}`, decision)
  expect(own.status).toBe(403)
  const head = await opened(CAST.salesHead)
  expect(head.answer.orders[0]!.approval!.mayDecide).toBe(true)
  const decided = await world.api(head.session, 'PUT', `/api/profit-approvals/${input.key}`, decision)
  expect(((await decided.json()) as ProfitAnswer).orders[0]).toMatchObject({
    approval: { state: 'allowed', mayDecide: false },
    mayAsk: false,
  })
  await world.settle()
  expect((await commentsOfOrder()).filter((text) => text.includes('Маржа ниже минимальной разрешена'))).toHaveLength(1)
  expect((await tasksOfHead()).map(({ status }) => status)).toEqual([COMPLETED])
  const steps = await store.selectFrom('writeStep').selectAll().where('chainKey', '=', decision.key).execute()
  expect(steps.map(({ command, state }) => [command, state])).toEqual([
    ['comment-card', 'done'],
    ['complete-task', 'done'],
    ['draw-approval', 'done'],
  ])
})

test('of two who decide at once the first stands, and the other is told that it is decided', async () => {
  await writeSetting(store, 'minimumShare', 0.995)
  await store.updateTable('profitApproval').set({ marginMinor: Number.MAX_SAFE_INTEGER }).execute()
  const manager = await opened(CAST.manager)
  const ask = (name: string) =>
    world.api(manager.session, 'POST', '/api/profit-approvals', { key: key(name), card: card(), orderId, comment: '' })
  const asked = await Promise.all([ask('again-one'), ask('again-two')])
  expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const open = await store.selectFrom('profitApproval').select('key').where('state', '=', 'asked').execute()
  expect(open).toHaveLength(1)
  const [head, director] = [await opened(CAST.salesHead), await opened(CAST.director)]
  const decide = (session: Session, name: string, state: string) =>
    world.api(session, 'PUT', `/api/profit-approvals/${open[0]!.key}`, { key: key(name), card: card(), state })
  const answers = await Promise.all([
    decide(head.session, 'head-allows', 'allowed'),
    decide(director.session, 'director-declines', 'declined'),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  await world.settle()
  const told = (await commentsOfOrder()).filter((text) => text.includes('Маржа ниже минимальной'))
  // One of the question before, one of this.
  expect(told).toHaveLength(2)
  const stands = await store.selectFrom('profitApproval').select('state').where('key', '=', open[0]!.key).execute()
  expect(stands[0]!.state).toBe(answers[0]!.status === 200 ? 'allowed' : 'declined')
  await writeSetting(store, 'minimumShare', null)
})

test('margins are written into the portal only once they are switched on, and only where they changed', async () => {
  await world.settle()
  expect((await itemOfPortal())[field('NET_MARGIN')] || null).toBeNull()
  await writeSetting(store, 'writeBack', true)
  await world.settle()
  await world.settle()
  const { answer } = await opened(CAST.director)
  const { profit } = answer.orders[0]!
  if (profit.state !== 'known') throw new Error('This order is calculable')
  const written = await itemOfPortal()
  expect(Number.parseFloat(String(written[field('NET_MARGIN')]))).toBe(profit.fact.netMarginMinor / 100)
  expect(Number(written[field('MARGIN_PCT')])).toBeCloseTo(profit.fact.marginShare! * 100, 2)
  const count = async () =>
    (await store.selectFrom('writeChain').select('key').where('kind', '=', 'profit-written').execute()).length
  const before = await count()
  await world.settle()
  expect(await count()).toBe(before)
  await writeSetting(store, 'writeBack', false)
})
