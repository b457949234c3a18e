import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { askRefusal } from '../../server/api/refusals/ask.ts'
import { findRefusal, readRefusalSteps } from '../../server/store/refusals.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { drawnFor, pressButton } from '../support/timeline-buttons.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world?.close())

const room = async () => (await world.context.api.openRoom(world.sandbox.memberId))!

interface Drawn {
  id: number
  fields: { completed: boolean; badgeCode: string | null; responsibleId: number }
  layout: { header: { tags: { state: { title: string } } }; footer?: { buttons: Record<string, unknown> } }
}

async function asked(change: Record<string, unknown> = {}) {
  const id = await plantRequest(world, CAST.manager)
  const key = randomUUID()
  const input = {
    key,
    card: { kind: 'request' as const, id },
    reason: 'debtor' as const,
    comment: 'Не платит третий месяц',
    nextContactOn: null,
    ...change,
  }
  // He has the card open: his token is known.
  await world.session(CAST.manager, 'request', id)
  await askRefusal(world.context.api, await room(), CAST.manager, input)
  await world.settle()
  return { id, key }
}

const drawn = (key: string) => drawnFor<Drawn>(world, key)

/** `change` forges what the portal posts. */
async function press(userId: number, key: string, action: string, change: Record<string, string> = {}) {
  const [activity] = await drawn(key)
  return pressButton(world, { userId, activityId: activity!.id, action, params: { refusal: key }, change })
}

const stateOf = async (key: string) => (await findRefusal((await room()).store, key))!.state
const stepsOf = async (key: string) => (await readRefusalSteps((await room()).store, [key])).get(key)!

test('an approval stands in the card with two buttons and a badge, and the portal tells us who presses them', async () => {
  const { key } = await asked()
  const [activity, ...more] = await drawn(key)
  expect(more).toEqual([])
  expect(activity!.fields).toMatchObject({ completed: false, badgeCode: 'reis_refusal', responsibleId: CAST.salesHead })
  expect(Object.keys(activity!.layout.footer!.buttons)).toEqual(['approve', 'return'])
  const handlers = await (
    await room()
  ).clients
    .forUser((await room()).portal, CAST.admin, 'outbox')
    .call<{ event: string }[]>('event.get')
  expect(handlers.result.map(({ event }) => event.toUpperCase())).toContain('ONCRMTIMELINEITEMACTION')
})

test('a head approves in the timeline without opening the app; the record is closed and the request is lost', async () => {
  const { id, key } = await asked()
  expect(await press(CAST.salesHead, key, 'approve')).toBe(200)
  expect(await stateOf(key)).toBe('approved')
  const [activity] = await drawn(key)
  expect(activity!.fields).toMatchObject({ completed: true, badgeCode: null })
  expect(activity!.layout.footer).toBeUndefined()
  const { entityTypeId, stages } = world.map.processes.request
  const { item } = await world.rest<{ item: { stageId: string } }>('crm.item.get', { entityTypeId, id })
  expect(item.stageId).toBe(stages.LOST)
})

test('a repeated press does nothing twice, and a second head’s comes too late', async () => {
  const { key } = await asked({ reason: 'no_truck' })
  await press(CAST.salesHead, key, 'return')
  await press(CAST.salesHead, key, 'return')
  await press(CAST.logisticsHead, key, 'approve')
  expect(await stateOf(key)).toBe('returned')
  expect((await stepsOf(key)).map(({ action }) => action)).toEqual(['ask', 'return'])
})

test('a return by the button gives a task at once and asks its head for words, which then stand in the task', async () => {
  const visit = refusalVisit(world)
  const { id, key } = await asked()
  await press(CAST.salesHead, key, 'return')
  const tasksOf = async () =>
    (await visit.tasks(CAST.manager)).filter(({ ufCrmTask }) => ufCrmTask?.some((card) => card.endsWith(`_${id}`)))
  const [before, ...more] = await tasksOf()
  expect(more).toEqual([])
  expect(before!.description).toContain('Продолжайте работу')
  const asks = visit.bell(CAST.salesHead).filter((text) => text.includes(`/details/${id}/`) && /что сделать/.test(text))
  expect(asks).toHaveLength(1)
  const returned = (await visit.open(CAST.salesHead, id)).answer.earlier[0]!
  expect(returned).toMatchObject({ state: 'returned', may: ['instruct'] })
  const change = { text: 'Предложите предоплату 50 %' }
  expect((await visit.decide(CAST.manager, returned, 'instruct', change)).denied).toBe('nothing_to_instruct')
  expect((await visit.decide(CAST.director, returned, 'instruct', change)).denied).toBe('nothing_to_instruct')
  expect((await visit.decide(CAST.salesHead, returned, 'instruct', { text: ' ' })).denied).toBe('text_missing')
  expect((await visit.decide(CAST.salesHead, returned, 'instruct', change)).denied).toBeNull()
  await world.settle()
  const after = await tasksOf()
  expect(after).toHaveLength(1)
  expect(after[0]!.description).toContain('Предложите предоплату 50 %')
  expect((await visit.comments(id)).at(-1)).toContain('Предложите предоплату 50 %')
  expect(visit.bell(CAST.manager).some((text) => text.includes('Предложите предоплату 50 %'))).toBe(true)
  expect((await stepsOf(key)).map(({ action }) => action)).toEqual(['ask', 'return', 'instruct'])
})

test('whoever may not decide finds the buttons as they were', async () => {
  const { key } = await asked()
  for (const userId of [CAST.manager, CAST.logist, 99_999]) await press(userId, key, 'approve')
  expect(await stateOf(key)).toBe('waiting')
  const [activity] = await drawn(key)
  expect(Object.keys(activity!.layout.footer!.buttons)).toEqual(['approve', 'return'])
})

test('an event the portal did not send decides nothing', async () => {
  const { key } = await asked()
  const forged = { 'auth[application_token]': 'a-guess-of-somebody-else' }
  expect(await press(CAST.salesHead, key, 'approve', forged)).toBe(403)
  expect(await press(CAST.salesHead, key, 'approve', { 'data[refusal]': "'; DROP TABLE refusal" })).toBe(200)
  expect(await press(CAST.salesHead, key, 'everything')).toBe(200)
  expect(await stateOf(key)).toBe('waiting')
})
