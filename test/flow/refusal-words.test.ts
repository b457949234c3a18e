import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { noteLanguage } from '../../server/store/person-languages.ts'
import { writeMeta } from '../../server/store/meta.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { callAs } from '../support/tiny-portal.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let visit: ReturnType<typeof refusalVisit>
beforeAll(async () => {
  world = await startWorld()
  visit = refusalVisit(world)
}, 60_000)
afterAll(() => world?.close())

const store = async () => (await world.context.api.openRoom(world.sandbox.memberId))!.store
const CYRILLIC = /[а-яё]{3,}/iu
/** What people have typed stays as they typed it. */
const withoutTyped = (text: string) => text.replaceAll(/Не платит|Предоплата/g, '').replace(/№ R-\w+/, '')

async function names(): Promise<RegExp> {
  const { users } = world.sandbox.portal
  const all = users.list().map(({ name, lastName }) => `${name} ${lastName}`)
  return new RegExp(all.join('|'), 'g')
}

test('who reads English is told in English, who reads Russian in Russian, and each once', async () => {
  await noteLanguage(await store(), CAST.salesHead, 'en')
  await noteLanguage(await store(), CAST.logisticsHead, 'ru')
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id, { reason: 'no_truck', comment: 'Не платит' })
  await world.settle()
  await world.settle()
  const toldOf = (userId: number) => visit.bell(userId).filter((text) => text.includes(`/details/${id}/`))
  expect(toldOf(CAST.salesHead)).toHaveLength(1)
  expect(toldOf(CAST.salesHead)[0]).toContain('A refusal waits for your decision')
  expect(toldOf(CAST.salesHead)[0]).toContain('no truck found')
  expect(toldOf(CAST.logisticsHead)).toHaveLength(1)
  expect(toldOf(CAST.logisticsHead)[0]).toContain('Отказ ждёт вашего решения')
  await visit.decide(CAST.logisticsHead, answer.current!, 'return', {
    text: 'Предоплата',
    toUserId: CAST.salesHead,
    untilOn: '2026-12-01',
  })
  await world.settle()
  const [task] = (await visit.tasks(CAST.salesHead)).filter(({ description }) => description.includes('Предоплата'))
  expect(task!.title).toContain('Returned from refusal')
})

test('where the portal speaks English, its cards do: every note, the record and its buttons', async () => {
  await writeMeta(await store(), 'portalLanguage', 'en')
  const people = await names()
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id, { comment: 'Не платит' })
  const more = await visit.decide(CAST.salesHead, answer.current!, 'ask_more', { text: 'Предоплата' })
  const said = await visit.decide(CAST.manager, more.refusal, 'answer', { text: 'Предоплата' })
  await world.settle()
  const rows = await world.rest<{ ID: string }[]>('crm.activity.list', {
    filter: { ORIGIN_ID: answer.current!.key },
    select: ['ID'],
  })
  expect(rows).toHaveLength(1)
  const room = (await world.context.api.openRoom(world.sandbox.memberId))!
  const client = room.clients.forUser(room.portal, CAST.admin, 'outbox')
  const { result } = await client.call<{ activity: { layout: unknown } }>('crm.activity.configurable.get', {
    id: rows[0]!.ID,
  })
  const layout = JSON.stringify(result.activity.layout)
  expect(layout).toContain('Approve')
  expect(layout).toContain('Return to work')
  expect(withoutTyped(layout).replace(people, '')).not.toMatch(CYRILLIC)
  await visit.decide(CAST.salesHead, said.refusal, 'approve', { text: 'Предоплата' })
  await world.settle()
  const comments = await visit.comments(id)
  expect(comments).toHaveLength(4)
  for (const text of comments) expect(withoutTyped(text).replace(people, '')).not.toMatch(CYRILLIC)
  expect(comments.at(-1)).toContain('Approved by')
  await writeMeta(await store(), 'portalLanguage', 'ru')
})

test('where the request has a chat, whoever acts says it there too, once', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { entityTypeId } = world.map.processes.request
  const added = await callAs(world.sandbox, CAST.manager, 'im.chat.add', {
    USERS: [CAST.manager, CAST.salesHead],
    TITLE: 'Москва — Казань',
    ENTITY_TYPE: 'CRM',
    ENTITY_ID: `DYNAMIC_${entityTypeId}|${id}`,
  })
  const chatId = Number(added.body.result)
  expect(chatId).toBeGreaterThan(0)
  const { answer } = await visit.ask(CAST.manager, id)
  await world.settle()
  await visit.decide(CAST.salesHead, answer.current!, 'return', {
    text: 'Возьмите предоплату',
    toUserId: CAST.manager,
    untilOn: '2026-12-01',
  })
  await world.settle()
  await world.settle()
  const read = await callAs(world.sandbox, CAST.manager, 'im.dialog.messages.get', { DIALOG_ID: `chat${chatId}` })
  const { messages } = read.body.result as { messages: { author_id: number; text: string }[] }
  const own = messages.filter(({ text }) => text.includes('№ R-')).toReversed()
  expect(own.map(({ author_id }) => Number(author_id))).toEqual([CAST.manager, CAST.salesHead])
  expect(own[0]!.text).toContain('Запрошен отказ')
  expect(own[1]!.text).toContain('Возьмите предоплату')
})

test('the same press sent again tells nobody twice', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { session, input } = await visit.ask(CAST.manager, id)
  await world.settle()
  expect((await world.api(session, 'POST', '/api/refusals', input)).status).toBe(202)
  await world.settle()
  const decision = {
    key: randomUUID(),
    refusals: [{ key: input.key, version: 1 }],
    action: 'approve',
    text: '',
    toUserId: null,
    untilOn: null,
  }
  const head = (await visit.open(CAST.salesHead, id)).session
  for (let press = 0; press < 2; press++) {
    expect((await world.api(head, 'POST', '/api/refusals/decisions', decision)).status).toBe(200)
    await world.settle()
  }
  const toldOf = (userId: number) => visit.bell(userId).filter((text) => text.includes(`/details/${id}/`))
  expect(toldOf(CAST.manager)).toHaveLength(1)
  expect(await visit.comments(id)).toHaveLength(2)
})
