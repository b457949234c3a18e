import { afterAll, beforeAll, expect, test } from 'vitest'
import { startListeningPortal, type ListeningPortal } from '../support/listening-portal.ts'
import { post } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let portal: ListeningPortal

beforeAll(async () => {
  portal = await startListeningPortal()
})
afterAll(() => portal.close())

const line = { CONNECTOR: 'mychannel', LINE: 7 }

test('a client writes through a channel, a lead is made of the stranger, and the answer goes back to the channel', async () => {
  const icon = { DATA_IMAGE: 'data:image/svg+xml,%3Csvg/%3E' }
  const connector = { ID: 'mychannel', NAME: 'Канал', ICON: icon, PLACEMENT_HANDLER: 'https://reis.example/c' }
  expect((await post(`${portal.sandbox.webhookUrl}imconnector.register`, connector)).body.error).toBe('WRONG_AUTH_TYPE')
  await portal.ask('imconnector.register', connector)
  const message = {
    user: { id: 'c-1', name: 'Иван', phone: '+7 999 555-66-77' },
    message: { id: 'm-1', text: 'Где машина?' },
    chat: { id: 'chat-1' },
  }
  expect((await portal.ask('imconnector.send.messages', { ...line, MESSAGES: [message] })).body.error).toBe(
    'NOT_ACTIVE_LINE',
  )
  await portal.ask('imconnector.activate', { ...line, ACTIVE: '1' })
  await portal.ask('event.bind', { event: 'ONIMCONNECTORMESSAGEADD', handler: portal.listener.url })
  for (let at = 0; at < 2; at += 1) await portal.ask('imconnector.send.messages', { ...line, MESSAGES: [message] })
  const found = await portal.ask('crm.duplicate.findbycomm', { type: 'PHONE', values: ['+79995556677'] })
  const { LEAD } = found.body.result as { LEAD: number[] }
  expect(LEAD).toHaveLength(1)
  const card = { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: LEAD[0] }
  const chats = (await portal.ask('imopenlines.crm.chat.get', card)).body.result as {
    CHAT_ID: string
    CONNECTOR_ID: string
  }[]
  expect(chats).toMatchObject([{ CONNECTOR_ID: 'mychannel' }])
  const CHAT_ID = Number(chats[0]?.CHAT_ID)
  const answer = { ...card, USER_ID: tiny.admin, CHAT_ID, MESSAGE: 'Едет' }
  expect((await portal.ask('imopenlines.crm.message.add', { ...answer, CRM_ENTITY: 5 })).body.error).toBe(
    'CHAT_NOT_IN_CRM',
  )
  await portal.ask('imopenlines.crm.message.add', answer)
  const [form] = await portal.heard('ONIMCONNECTORMESSAGEADD')
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    'data[CONNECTOR]': 'mychannel',
    'data[MESSAGES][0][message][text]': 'Едет',
    'data[MESSAGES][0][chat][id]': 'chat-1',
  })
  const MESSAGE_ID = Number(form?.get('data[MESSAGES][0][im][message_id]'))
  for (const event of ['ONIMCONNECTORMESSAGEUPDATE', 'ONIMCONNECTORMESSAGEDELETE', 'ONIMCONNECTORDIALOGFINISH'])
    await portal.ask('event.bind', { event, handler: portal.listener.url })
  const delivered = {
    im: { chat_id: CHAT_ID, message_id: MESSAGE_ID },
    message: { id: ['out-1'] },
    chat: { id: 'chat-1' },
  }
  await portal.ask('imconnector.send.status.delivery', { ...line, MESSAGES: [delivered] })
  await portal.ask('im.message.update', { MESSAGE_ID, MESSAGE: 'Уже едет' })
  const [changed] = await portal.heard('ONIMCONNECTORMESSAGEUPDATE')
  expect(Object.fromEntries(changed ?? [])).toMatchObject({
    'data[MESSAGES][0][message][id][0]': 'out-1',
    'data[MESSAGES][0][message][text]': 'Уже едет',
  })
  await portal.ask('im.message.delete', { MESSAGE_ID })
  expect(await portal.heard('ONIMCONNECTORMESSAGEDELETE')).toHaveLength(1)
})

test('an operator ends a dialogue, which the channel hears of, and what the client writes next begins another', async () => {
  const written = { user: { id: 'c-2' }, message: { id: 'm', text: 'Алло?' }, chat: { id: 'chat-2' } }
  const write = async (): Promise<number> => {
    const { result } = (await portal.ask('imconnector.send.messages', { ...line, MESSAGES: [written] })).body
    const { DATA } = result as { DATA: { RESULT: { session: { CHAT_ID: string } }[] } }
    return Number(DATA.RESULT[0]?.session.CHAT_ID)
  }
  const CHAT_ID = await write()
  expect(await write()).toBe(CHAT_ID)
  expect((await portal.ask('imopenlines.operator.finish', { CHAT_ID }, tiny.logist)).body.error).toBe('ACCESS_DENIED')
  expect((await portal.ask('imopenlines.operator.finish', { CHAT_ID })).body.result).toBe(true)
  const [form] = await portal.heard('ONIMCONNECTORDIALOGFINISH')
  expect(form?.get('data[DATA][0][session][closed]')).toBe('1')
  expect(await write()).not.toBe(CHAT_ID)
})

test('somebody hired can be signed in at once, and one without a department is kept out of CRM’s items', async () => {
  const hire = (EMAIL: string, more = {}) => portal.ask('user.add', { EMAIL, NAME: 'Вера', ...more })
  await portal.ask('event.bind', { event: 'ONUSERADD', handler: portal.listener.url })
  const hired = Number((await hire('vera@reis.example', { UF_DEPARTMENT: [3] })).body.result)
  const guest = Number((await hire('guest@reis.example')).body.result)
  expect((await hire('vera@reis.example')).body.error).toBe('ERROR_CORE')
  expect((await portal.ask('user.add', { EMAIL: 'x@y.example' }, tiny.manager)).body.error).toBe('ACCESS_DENIED')
  expect((await portal.heard('ONUSERADD')).map((form) => form.get('data[ID]'))).toContain(String(hired))
  const read = (userId: number) => portal.ask('crm.item.list', { entityTypeId: tiny.offers }, userId)
  expect((await read(hired)).status).toBe(200)
  expect((await read(guest)).body.error).toBe('allowed_only_intranet_user')
})

test('a bot hears what is written to it and answers in its own name', async () => {
  const handlers = { EVENT_HANDLER: portal.listener.url }
  const properties = { PROPERTIES: { NAME: 'Рейс', LAST_NAME: 'Бот' } }
  expect((await portal.ask('imbot.register', { CODE: 'reis', ...properties })).body.error).toBe(
    'EVENT_MESSAGE_ADD_ERROR',
  )
  const bot = Number((await portal.ask('imbot.register', { CODE: 'reis', ...handlers, ...properties })).body.result)
  await portal.ask('im.message.add', { DIALOG_ID: bot, MESSAGE: 'Какая ставка?' }, tiny.manager)
  const [form] = await portal.heard('ONIMBOTMESSAGEADD')
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    'data[PARAMS][MESSAGE]': 'Какая ставка?',
    'data[PARAMS][FROM_USER_ID]': String(tiny.manager),
    'data[PARAMS][DIALOG_ID]': String(tiny.manager),
    'auth[application_token]': portal.sandbox.portal.app?.applicationToken,
  })
  await portal.ask('imbot.message.add', { BOT_ID: bot, DIALOG_ID: tiny.manager, MESSAGE: '95 000' })
  const read = await portal.ask('im.dialog.messages.get', { DIALOG_ID: bot }, tiny.manager)
  expect(read.body.result).toMatchObject({
    messages: [{ author_id: bot, text: '95 000' }, { author_id: tiny.manager }],
  })
})

test('a bot of the second version fetches what was written to it, confirms what it has seen, and answers', async () => {
  const fields = { code: 'reis-v2', properties: { name: 'Рейс', workPosition: 'Помощник' } }
  const made = (await portal.ask('imbot.v2.Bot.register', { fields })).body.result as { bot: { id: number } }
  const botId = made.bot.id
  expect(made.bot).toMatchObject({ type: 'bot', eventMode: 'fetch', moduleId: 'rest' })
  const id = (await portal.ask('im.message.add', { DIALOG_ID: botId, MESSAGE: 'Где машина?' }, tiny.manager)).body
    .result
  await portal.ask('im.message.update', { MESSAGE_ID: id, MESSAGE: 'Где наша машина?' }, tiny.manager)
  await portal.ask('im.chat.add', { TITLE: 'Рейс', USERS: [botId] }, tiny.manager)
  type Fetched = {
    events: { eventId: number; type: string; data: Record<string, Record<string, unknown>> }[]
    nextOffset: number
  }
  const fetchEvents = async (more = {}): Promise<Fetched> =>
    (await portal.ask('imbot.v2.Event.get', { botId, ...more })).body.result as Fetched
  const first = await fetchEvents()
  expect(first.events.map((event) => event.type)).toEqual([
    'ONIMBOTV2MESSAGEADD',
    'ONIMBOTV2MESSAGEUPDATE',
    'ONIMBOTV2JOINCHAT',
  ])
  expect(first.events[1]?.data).toMatchObject({
    message: { id, text: 'Где наша машина?' },
    chat: { dialogId: String(tiny.manager) },
    user: { id: tiny.manager, type: 'employee' },
  })
  expect((await fetchEvents({ offset: first.nextOffset })).events).toEqual([])
  const answer = { botId, dialogId: String(tiny.manager), fields: { message: 'В пути', replyId: id } }
  const said = (await portal.ask('imbot.v2.Chat.Message.send', answer)).body.result as { id: number }
  const edit = { botId, messageId: said.id, fields: { message: 'Уже в пути' } }
  expect((await portal.ask('imbot.v2.Chat.Message.update', edit)).body.result).toEqual({ result: true })
  expect((await portal.ask('imbot.v2.Chat.Message.delete', { botId, messageId: id })).body.error).toBe('ACCESS_DENIED')
  await portal.ask('imbot.v2.Bot.unregister', { botId })
  expect((await portal.ask('imbot.v2.Bot.get', { botId })).body.error).toBe('BOT_NOT_FOUND')
})

test('a bot of a webhook is spoken for by its own token, and one with an address is told by post', async () => {
  const hook = async (method: string, params: Record<string, unknown>) =>
    (await post(`${portal.sandbox.webhookUrl}${method}`, params)).body
  const fields = { code: 'hooked', properties: { name: 'Рейс' }, eventMode: 'webhook', webhookUrl: portal.listener.url }
  expect((await hook('imbot.v2.Bot.register', { fields })).error).toBe('BOT_TOKEN_NOT_SPECIFIED')
  const botToken = 'abc'
  const { bot } = (await hook('imbot.v2.Bot.register', { fields: { ...fields, botToken } })).result as {
    bot: { id: number }
  }
  const answer = { botId: bot.id, dialogId: '2', fields: { message: 'В пути' } }
  expect((await hook('imbot.v2.Chat.Message.send', { ...answer, botToken: 'other' })).error).toBe('BOT_OWNERSHIP_ERROR')
  expect((await hook('imbot.v2.Chat.Message.send', { ...answer, botToken })).result).toMatchObject({ uuidMap: {} })
  await portal.ask('im.message.add', { DIALOG_ID: bot.id, MESSAGE: 'Спасибо' }, tiny.manager)
  const [form] = await portal.heard('ONIMBOTV2MESSAGEADD')
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    'data[bot][code]': 'hooked',
    'data[message][text]': 'Спасибо',
    'data[user][bot]': '0',
  })
})

test('a trigger of the application takes an item to the stage somebody has put it on', async () => {
  await portal.ask('crm.automation.trigger.add', { CODE: 'gone', NAME: 'Машина вышла' })
  const placed = { entityTypeId: tiny.requests, stageId: 'DT1036_10:SEARCH', code: 'gone' }
  expect((await post(`${portal.sandbox.url}/sandbox/triggers`, placed)).status).toBe(200)
  expect((await post(`${portal.sandbox.url}/sandbox/triggers`, { ...placed, code: 'nobody' })).status).toBe(400)
  const owner = { OWNER_TYPE_ID: tiny.requests, OWNER_ID: 1 }
  expect((await portal.ask('crm.automation.trigger.execute', { CODE: 'nope', ...owner })).body.error_description).toBe(
    'Trigger with code nope is not registered.',
  )
  await portal.ask('crm.automation.trigger.execute', { CODE: 'gone', ...owner })
  const read = await portal.ask('crm.item.get', { entityTypeId: tiny.requests, id: 1 })
  expect(read.body.result).toMatchObject({ item: { stageId: placed.stageId } })
})
