import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())

async function chatOf(companyId: number, userId: number = CAST.logist) {
  const session = await world.session(userId, 'request', DEMO_REQUEST_ID)
  return world.api(session, 'GET', `/api/carrier-chats/${companyId}`)
}
const dialogue = (chatId: number, card: string) =>
  world.sandbox.portal.state.channels.sessions.add({
    code: 'whatsapp',
    line: 1,
    chatId,
    userCode: `client-${chatId}`,
    channelChat: `chat-${chatId}`,
    cards: [card],
  })

test('a carrier nobody has written with has no chat; then the newest of his and of his people’s is the one', async () => {
  expect(await (await chatOf(CARRIERS.himtrans)).json()).toEqual({ dialogId: null })
  const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 3,
    fields: { name: 'Диспетчер Химтранса', companyId: CARRIERS.himtrans },
  })
  await world.settle()
  dialogue(71, `COMPANY|${CARRIERS.himtrans}`)
  dialogue(75, `CONTACT|${item.id}`)
  dialogue(90, `COMPANY|${CARRIERS.sidorov}`)
  expect(await (await chatOf(CARRIERS.himtrans)).json()).toEqual({ dialogId: 'chat75' })
})

test('no number is given for it, and nobody finds a client’s dialogue by it', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const { id } = await store
    .selectFrom('company')
    .select('id')
    .where('id', 'not in', (query) =>
      query.selectFrom('carrier').select('companyId').where('companyId', 'is not', null),
    )
    .where('id', 'not in', (query) => query.selectFrom('carrierLane').select('companyId'))
    .where('id', 'not in', (query) => query.selectFrom('offer').select('companyId').where('companyId', 'is not', null))
    .limit(1)
    .executeTakeFirstOrThrow()
  dialogue(99, `COMPANY|${id}`)
  expect((await chatOf(id)).status).toBe(404)
  expect(await store.selectFrom('reveal').selectAll().execute()).toEqual([])
})

test('a portal that does not answer has no chat to offer, and nothing breaks', async () => {
  const session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  world.sandbox.portal.faults.set({ down: true })
  const answer = await world.api(session, 'GET', `/api/carrier-chats/${CARRIERS.himtrans}`)
  world.sandbox.portal.faults.clear()
  expect([answer.status, await answer.json()]).toEqual([200, { dialogId: null }])
})
