import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, post, startListener, startTiny, testApp, type Listener } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let listener: Listener

beforeAll(async () => {
  const scope = [...testApp.scope, 'imopenlines', 'imbot', 'telephony', 'disk', 'messageservice']
  sandbox = await startTiny({ app: { ...testApp, scope } })
  listener = await startListener()
  sandbox.portal.finishInstall()
})

afterAll(async () => {
  await sandbox.close()
  await listener.close()
})

const ask = (method: string, params: Record<string, unknown>, userId: number = tiny.admin) =>
  callAs(sandbox, userId, method, params)

const heard = async (event: string) => {
  await sandbox.portal.idle()
  return listener.received.filter((form) => form.get('event') === event)
}

const line = { CONNECTOR: 'mychannel', LINE: 7 }

test('a client writes through a channel, a lead is made of the stranger, and the answer goes back to the channel', async () => {
  const icon = { DATA_IMAGE: 'data:image/svg+xml,%3Csvg/%3E' }
  const connector = { ID: 'mychannel', NAME: 'Канал', ICON: icon, PLACEMENT_HANDLER: 'https://reis.example/c' }
  expect((await post(`${sandbox.webhookUrl}imconnector.register`, connector)).body.error).toBe('WRONG_AUTH_TYPE')
  await ask('imconnector.register', connector)
  const message = {
    user: { id: 'c-1', name: 'Иван', phone: '+7 999 555-66-77' },
    message: { id: 'm-1', text: 'Где машина?' },
    chat: { id: 'chat-1' },
  }
  expect((await ask('imconnector.send.messages', { ...line, MESSAGES: [message] })).body.error).toBe('NOT_ACTIVE_LINE')
  await ask('imconnector.activate', { ...line, ACTIVE: '1' })
  await ask('event.bind', { event: 'ONIMCONNECTORMESSAGEADD', handler: listener.url })
  for (let at = 0; at < 2; at += 1) await ask('imconnector.send.messages', { ...line, MESSAGES: [message] })
  const found = await ask('crm.duplicate.findbycomm', { type: 'PHONE', values: ['+79995556677'] })
  const { LEAD } = found.body.result as { LEAD: number[] }
  expect(LEAD).toHaveLength(1)
  const card = { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: LEAD[0] }
  const chats = (await ask('imopenlines.crm.chat.get', card)).body.result as { CHAT_ID: string; CONNECTOR_ID: string }[]
  expect(chats).toMatchObject([{ CONNECTOR_ID: 'mychannel' }])
  const CHAT_ID = Number(chats[0]?.CHAT_ID)
  const answer = { ...card, USER_ID: tiny.admin, CHAT_ID, MESSAGE: 'Едет' }
  expect((await ask('imopenlines.crm.message.add', { ...answer, CRM_ENTITY: 5 })).body.error).toBe('CHAT_NOT_IN_CRM')
  await ask('imopenlines.crm.message.add', answer)
  const [form] = await heard('ONIMCONNECTORMESSAGEADD')
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    'data[CONNECTOR]': 'mychannel',
    'data[MESSAGES][0][message][text]': 'Едет',
    'data[MESSAGES][0][chat][id]': 'chat-1',
  })
  const MESSAGE_ID = Number(form?.get('data[MESSAGES][0][im][message_id]'))
  for (const event of ['ONIMCONNECTORMESSAGEUPDATE', 'ONIMCONNECTORMESSAGEDELETE', 'ONIMCONNECTORDIALOGFINISH'])
    await ask('event.bind', { event, handler: listener.url })
  const delivered = {
    im: { chat_id: CHAT_ID, message_id: MESSAGE_ID },
    message: { id: ['out-1'] },
    chat: { id: 'chat-1' },
  }
  await ask('imconnector.send.status.delivery', { ...line, MESSAGES: [delivered] })
  await ask('im.message.update', { MESSAGE_ID, MESSAGE: 'Уже едет' })
  const [changed] = await heard('ONIMCONNECTORMESSAGEUPDATE')
  expect(Object.fromEntries(changed ?? [])).toMatchObject({
    'data[MESSAGES][0][message][id][0]': 'out-1',
    'data[MESSAGES][0][message][text]': 'Уже едет',
  })
  await ask('im.message.delete', { MESSAGE_ID })
  expect(await heard('ONIMCONNECTORMESSAGEDELETE')).toHaveLength(1)
})

test('an operator ends a dialogue, which the channel hears of, and what the client writes next begins another', async () => {
  const written = { user: { id: 'c-2' }, message: { id: 'm', text: 'Алло?' }, chat: { id: 'chat-2' } }
  const write = async (): Promise<number> => {
    const { result } = (await ask('imconnector.send.messages', { ...line, MESSAGES: [written] })).body
    const { DATA } = result as { DATA: { RESULT: { session: { CHAT_ID: string } }[] } }
    return Number(DATA.RESULT[0]?.session.CHAT_ID)
  }
  const CHAT_ID = await write()
  expect(await write()).toBe(CHAT_ID)
  expect((await ask('imopenlines.operator.finish', { CHAT_ID }, tiny.logist)).body.error).toBe('ACCESS_DENIED')
  expect((await ask('imopenlines.operator.finish', { CHAT_ID })).body.result).toBe(true)
  const [form] = await heard('ONIMCONNECTORDIALOGFINISH')
  expect(form?.get('data[DATA][0][session][closed]')).toBe('1')
  expect(await write()).not.toBe(CHAT_ID)
})

test('somebody hired can be signed in at once, and one without a department is kept out of CRM’s items', async () => {
  const hire = (EMAIL: string, more = {}) => ask('user.add', { EMAIL, NAME: 'Вера', ...more })
  await ask('event.bind', { event: 'ONUSERADD', handler: listener.url })
  const hired = Number((await hire('vera@reis.example', { UF_DEPARTMENT: [3] })).body.result)
  const guest = Number((await hire('guest@reis.example')).body.result)
  expect((await hire('vera@reis.example')).body.error).toBe('ERROR_CORE')
  expect((await ask('user.add', { EMAIL: 'x@y.example' }, tiny.manager)).body.error).toBe('ACCESS_DENIED')
  expect((await heard('ONUSERADD')).map((form) => form.get('data[ID]'))).toContain(String(hired))
  const read = (userId: number) => ask('crm.item.list', { entityTypeId: tiny.offers }, userId)
  expect((await read(hired)).status).toBe(200)
  expect((await read(guest)).body.error).toBe('allowed_only_intranet_user')
})

test('a bot hears what is written to it and answers in its own name', async () => {
  const handlers = { EVENT_HANDLER: listener.url }
  const properties = { PROPERTIES: { NAME: 'Рейс', LAST_NAME: 'Бот' } }
  expect((await ask('imbot.register', { CODE: 'reis', ...properties })).body.error).toBe('EVENT_MESSAGE_ADD_ERROR')
  const bot = Number((await ask('imbot.register', { CODE: 'reis', ...handlers, ...properties })).body.result)
  await ask('im.message.add', { DIALOG_ID: bot, MESSAGE: 'Какая ставка?' }, tiny.manager)
  const [form] = await heard('ONIMBOTMESSAGEADD')
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    'data[PARAMS][MESSAGE]': 'Какая ставка?',
    'data[PARAMS][FROM_USER_ID]': String(tiny.manager),
    'data[PARAMS][DIALOG_ID]': String(tiny.manager),
    'auth[application_token]': sandbox.portal.app?.applicationToken,
  })
  await ask('imbot.message.add', { BOT_ID: bot, DIALOG_ID: tiny.manager, MESSAGE: '95 000' })
  const read = await ask('im.dialog.messages.get', { DIALOG_ID: bot }, tiny.manager)
  expect(read.body.result).toMatchObject({
    messages: [{ author_id: bot, text: '95 000' }, { author_id: tiny.manager }],
  })
})

test('an outside call finds its client, is one call however often it is told, and leaves an activity on his card', async () => {
  const call = { USER_ID: tiny.manager, PHONE_NUMBER: '+7 (999) 000-00-01', TYPE: 2, EXTERNAL_CALL_ID: 'pbx-1' }
  const first = await ask('telephony.externalCall.register', call)
  expect(first.body.result).toMatchObject({ CRM_ENTITY_TYPE: 'COMPANY', CRM_ENTITY_ID: 3, CRM_CREATED_LEAD: null })
  const { CALL_ID } = first.body.result as { CALL_ID: string }
  expect((await ask('telephony.externalCall.register', call)).body.result).toMatchObject({ CALL_ID })
  expect(sandbox.portal.phone.shownTo(tiny.manager).map((one) => one.id)).toEqual([CALL_ID])
  await ask('event.bind', { event: 'ONVOXIMPLANTCALLEND', handler: listener.url })
  const ended = await ask('telephony.externalCall.finish', { CALL_ID, USER_ID: tiny.manager, DURATION: 65 })
  const { CRM_ACTIVITY_ID } = ended.body.result as { CRM_ACTIVITY_ID: number }
  expect((await ask('crm.activity.get', { id: CRM_ACTIVITY_ID })).body.result).toMatchObject({
    OWNER_TYPE_ID: '4',
    OWNER_ID: '3',
    TYPE_ID: '2',
    DIRECTION: '1',
    COMPLETED: 'Y',
  })
  const [form] = await heard('ONVOXIMPLANTCALLEND')
  expect(form?.get('data[CALL_DURATION]')).toBe('65')
})

test.each([
  [{ PHONE_NUMBER: '+79990000001', TYPE: 2 }, 'USER_ID or USER_PHONE_INNER should be set'],
  [{ USER_ID: 3, PHONE_NUMBER: '+79990000001', TYPE: 9 }, 'Unknown TYPE'],
  [{ USER_ID: 3, PHONE_NUMBER: 'никто', TYPE: 2 }, 'Unsupported phone number format'],
  [{ USER_ID: 99, PHONE_NUMBER: '+79990000001', TYPE: 2 }, 'User is not found or is not active'],
])('the call %j is refused: %s', async (params, description) => {
  const refused = await ask('telephony.externalCall.register', params)
  expect(refused.body).toMatchObject({ error: 'ERROR_CORE', error_description: description })
})

test('a stranger’s call makes a lead when it is asked to', async () => {
  const call = { USER_ID: tiny.manager, PHONE_NUMBER: '+7 999 777-00-00', TYPE: 2, CRM_CREATE: 1 }
  const made = await ask('telephony.externalCall.register', call)
  expect(made.body.result).toMatchObject({ CRM_ENTITY_TYPE: 'LEAD', CRM_CREATED_LEAD: expect.any(Number) })
})

test('a trigger of the application takes an item to the stage somebody has put it on', async () => {
  await ask('crm.automation.trigger.add', { CODE: 'gone', NAME: 'Машина вышла' })
  const placed = { entityTypeId: tiny.requests, stageId: 'DT1036_10:SEARCH', code: 'gone' }
  expect((await post(`${sandbox.url}/sandbox/triggers`, placed)).status).toBe(200)
  expect((await post(`${sandbox.url}/sandbox/triggers`, { ...placed, code: 'nobody' })).status).toBe(400)
  const owner = { OWNER_TYPE_ID: tiny.requests, OWNER_ID: 1 }
  expect((await ask('crm.automation.trigger.execute', { CODE: 'nope', ...owner })).body.error_description).toBe(
    'Trigger with code nope is not registered.',
  )
  await ask('crm.automation.trigger.execute', { CODE: 'gone', ...owner })
  const read = await ask('crm.item.get', { entityTypeId: tiny.requests, id: 1 })
  expect(read.body.result).toMatchObject({ item: { stageId: placed.stageId } })
})

test('a document is printed on a card one sees, and its life is told', async () => {
  const fields = { name: 'Заявка', file: ['a.docx', 'YQ=='], numeratorId: 1, region: 'ru', entityTypeId: ['1'] }
  expect((await ask('crm.documentgenerator.template.add', { fields }, tiny.manager)).body.error).toBe(
    'DOCGEN_ACCESS_ERROR',
  )
  const made = await ask('crm.documentgenerator.template.add', { fields })
  const templateId = Number((made.body.result as { template: { id: string } }).template.id)
  await ask('event.bind', { event: 'ONCRMDOCUMENTGENERATORDOCUMENTADD', handler: listener.url })
  const order = { templateId, entityTypeId: tiny.leads, entityId: 5 }
  expect((await ask('crm.documentgenerator.document.add', order, tiny.logist)).body.error).toBe('DOCGEN_ACCESS_ERROR')
  const document = await ask('crm.documentgenerator.document.add', order, tiny.manager)
  const { id, number } = (document.body.result as { document: { id: number; number: string } }).document
  expect(number).toMatch(/^\d+$/)
  const [form] = await heard('ONCRMDOCUMENTGENERATORDOCUMENTADD')
  expect(form?.get('data[FIELDS][ID]')).toBe(String(id))
  expect((await ask('crm.documentgenerator.document.get', { id }, tiny.logist)).body.error).toBe('DOCGEN_ACCESS_ERROR')
})

test('a file lies on the disk under a name of its own, and another’s disk is closed', async () => {
  const storages = (await ask('disk.storage.getlist', {}, tiny.manager)).body.result as {
    ID: string
    ENTITY_TYPE: string
  }[]
  expect(storages.map((storage) => storage.ENTITY_TYPE)).toEqual(['common', 'user'])
  const file = { data: { NAME: 'акт.pdf' }, fileContent: ['акт.pdf', Buffer.from('акт').toString('base64')] }
  const into = { id: Number(storages[0]?.ID), ...file }
  await ask('disk.storage.uploadfile', into, tiny.manager)
  expect((await ask('disk.storage.uploadfile', into, tiny.manager)).body.error).toBe('DISK_BASE_SERVICE_22001')
  const second = await ask('disk.storage.uploadfile', { ...into, generateUniqueName: true }, tiny.manager)
  expect(second.body.result).toMatchObject({ NAME: 'акт (1).pdf', SIZE: '6' })
  const own = { ...file, id: Number(storages[1]?.ID) }
  expect((await ask('disk.storage.uploadfile', own, tiny.logist)).body.error).toBe('ACCESS_DENIED')
})

test('a folder holds files and folders, a form brings a file by the address the disk gave, and it is fetched again', async () => {
  const [storage] = (await ask('disk.storage.getlist', {}, tiny.manager)).body.result as { ID: string }[]
  const made = await ask('disk.storage.addfolder', { id: storage?.ID, data: { NAME: 'Рейс 12' } }, tiny.manager)
  const folder = made.body.result as { ID: number }
  const again = await ask('disk.storage.addfolder', { id: storage?.ID, data: { NAME: 'Рейс 12' } }, tiny.manager)
  expect(again.body.error).toBe('DISK_OBJ_22000')
  await ask('disk.folder.addsubfolder', { id: folder.ID, data: { NAME: 'Акты' } }, tiny.manager)
  const place = (await ask('disk.folder.uploadfile', { id: folder.ID }, tiny.manager)).body.result as {
    field: string
    uploadUrl: string
  }
  const form = new FormData()
  form.set(place.field, new Blob(['подписан']), 'акт.txt')
  expect((await fetch(place.uploadUrl, { method: 'POST', body: form })).status).toBe(200)
  expect((await fetch(`${place.uploadUrl}0`, { method: 'POST', body: form })).status).toBe(403)
  const children = (await ask('disk.folder.getchildren', { id: folder.ID }, tiny.manager)).body.result as {
    TYPE: string
    NAME: string
    DOWNLOAD_URL?: string
  }[]
  expect(children.map((one) => [one.TYPE, one.NAME])).toEqual([
    ['folder', 'Акты'],
    ['file', 'акт.txt'],
  ])
  expect(await (await fetch(children[1]?.DOWNLOAD_URL ?? '')).text()).toBe('подписан')
})

test('a number pressed in a card is dialled by the application’s exchange, which ends the call under the id it was given', async () => {
  const events = ['ONEXTERNALCALLSTART', 'ONVOXIMPLANTCALLINIT', 'ONVOXIMPLANTCALLSTART', 'ONVOXIMPLANTCALLEND']
  for (const event of events) await ask('event.bind', { event, handler: listener.url })
  const press = {
    userId: tiny.manager,
    number: '8 999 000-00-00',
    direction: 'outgoing',
    crm: { type: 'COMPANY', id: 2 },
  }
  await post(`${sandbox.url}/sandbox/phone-calls`, press)
  const [start] = await heard('ONEXTERNALCALLSTART')
  expect(Object.fromEntries(start ?? [])).toMatchObject({
    'data[PHONE_NUMBER]': '89990000000',
    'data[PHONE_NUMBER_INTERNATIONAL]': '+79990000000',
    'data[USER_ID]': String(tiny.manager),
    'data[CRM_ENTITY_TYPE]': 'COMPANY',
    'data[CRM_ENTITY_ID]': '2',
  })
  const CALL_ID = start?.get('data[CALL_ID]') ?? ''
  expect(sandbox.portal.phone.shownTo(tiny.manager).map((call) => call.id)).toContain(CALL_ID)
  await post(`${sandbox.url}/sandbox/phone-calls/${CALL_ID}/connect`)
  await ask('telephony.externalcall.finish', { CALL_ID, USER_ID: tiny.manager, DURATION: 30, STATUS_CODE: '200' })
  for (const event of events.slice(1)) {
    const told = (await heard(event)).filter((form) => form.get('data[CALL_ID]') === CALL_ID)
    expect(told).toHaveLength(1)
  }
  const timeline = await ask('crm.activity.list', { filter: { OWNER_TYPE_ID: tiny.companies, OWNER_ID: 2 } })
  expect(timeline.body.result).toMatchObject([{ PROVIDER_ID: 'VOXIMPLANT_CALL', DIRECTION: '2' }])
})

test('a bot of the second version fetches what was written to it, confirms what it has seen, and answers', async () => {
  const fields = { code: 'reis-v2', properties: { name: 'Рейс', workPosition: 'Помощник' } }
  const made = (await ask('imbot.v2.Bot.register', { fields })).body.result as { bot: { id: number } }
  const botId = made.bot.id
  expect(made.bot).toMatchObject({ type: 'bot', eventMode: 'fetch', moduleId: 'rest' })
  const id = (await ask('im.message.add', { DIALOG_ID: botId, MESSAGE: 'Где машина?' }, tiny.manager)).body.result
  await ask('im.message.update', { MESSAGE_ID: id, MESSAGE: 'Где наша машина?' }, tiny.manager)
  await ask('im.chat.add', { TITLE: 'Рейс', USERS: [botId] }, tiny.manager)
  type Fetched = {
    events: { eventId: number; type: string; data: Record<string, Record<string, unknown>> }[]
    nextOffset: number
  }
  const fetchEvents = async (more = {}): Promise<Fetched> =>
    (await ask('imbot.v2.Event.get', { botId, ...more })).body.result as Fetched
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
  const said = (await ask('imbot.v2.Chat.Message.send', answer)).body.result as { id: number }
  const edit = { botId, messageId: said.id, fields: { message: 'Уже в пути' } }
  expect((await ask('imbot.v2.Chat.Message.update', edit)).body.result).toEqual({ result: true })
  expect((await ask('imbot.v2.Chat.Message.delete', { botId, messageId: id })).body.error).toBe('ACCESS_DENIED')
  await ask('imbot.v2.Bot.unregister', { botId })
  expect((await ask('imbot.v2.Bot.get', { botId })).body.error).toBe('BOT_NOT_FOUND')
})

test('a bot of a webhook is spoken for by its own token, and one with an address is told by post', async () => {
  const hook = async (method: string, params: Record<string, unknown>) =>
    (await post(`${sandbox.webhookUrl}${method}`, params)).body
  const fields = { code: 'hooked', properties: { name: 'Рейс' }, eventMode: 'webhook', webhookUrl: listener.url }
  expect((await hook('imbot.v2.Bot.register', { fields })).error).toBe('BOT_TOKEN_NOT_SPECIFIED')
  const botToken = 'abc'
  const { bot } = (await hook('imbot.v2.Bot.register', { fields: { ...fields, botToken } })).result as {
    bot: { id: number }
  }
  const answer = { botId: bot.id, dialogId: '2', fields: { message: 'В пути' } }
  expect((await hook('imbot.v2.Chat.Message.send', { ...answer, botToken: 'other' })).error).toBe('BOT_OWNERSHIP_ERROR')
  expect((await hook('imbot.v2.Chat.Message.send', { ...answer, botToken })).result).toMatchObject({ uuidMap: {} })
  await ask('im.message.add', { DIALOG_ID: bot.id, MESSAGE: 'Спасибо' }, tiny.manager)
  const [form] = await heard('ONIMBOTV2MESSAGEADD')
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    'data[bot][code]': 'hooked',
    'data[message][text]': 'Спасибо',
    'data[user][bot]': '0',
  })
})

test('an application has lines of its own, each number once, and a record of a call is fetched from the disk', async () => {
  const line = { NUMBER: '+74951112233', NAME: 'Перевозки' }
  expect((await ask('telephony.externalLine.add', line)).body.result).toMatchObject({ ID: expect.any(Number) })
  expect((await ask('telephony.externalLine.add', line)).body.error_description).toBe('Line already exists')
  await ask('telephony.externalLine.update', { NUMBER: line.NUMBER, CRM_AUTO_CREATE: 'N' })
  expect((await ask('telephony.externalLine.get', {})).body.result).toEqual([{ ...line, CRM_AUTO_CREATE: 'N' }])
  await ask('telephony.externalLine.delete', { NUMBER: line.NUMBER })
  expect((await ask('telephony.externalLine.update', line)).body.error).toBe('ERROR_CORE')
  const call = { USER_ID: tiny.manager, PHONE_NUMBER: '+79990000001', TYPE: 2 }
  const { CALL_ID } = (await ask('telephony.externalcall.register', call)).body.result as { CALL_ID: string }
  const record = { CALL_ID, FILENAME: 'call.mp3', FILE_CONTENT: Buffer.from('звук').toString('base64') }
  const { FILE_ID } = (await ask('telephony.externalcall.attachRecord', record)).body.result as { FILE_ID: number }
  const file = (await ask('disk.file.get', { id: FILE_ID })).body.result as { DOWNLOAD_URL: string }
  expect(await (await fetch(file.DOWNLOAD_URL)).text()).toBe('звук')
  const bare = (await ask('telephony.externalcall.attachRecord', { CALL_ID, FILENAME: 'call.mp3' })).body.result
  expect(bare).toMatchObject({ fieldName: 'file', uploadUrl: expect.stringContaining('/rest/upload.json?token=') })
  expect((await ask('telephony.externalcall.attachRecord', { CALL_ID, FILENAME: 'call.exe' })).body.error).toBe(
    'ERROR_CORE',
  )
})
