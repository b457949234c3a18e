import type { Sandbox } from '../../sandbox/server.ts'
import { tiny } from './tiny-seed.ts'
import type { Ask } from './working-requests.ts'

type Requests = Record<string, Record<string, unknown>>

const handler = 'https://reis.example/handler'
const icon = { DATA_IMAGE: 'data:image/svg+xml,%3Csvg%20xmlns%3D%22http://www.w3.org/2000/svg%22/%3E' }

/** A request for each method of documents, disks, lines, bots, calls and triggers. */
export async function moduleRequests(ask: Ask, sandbox: Sandbox): Promise<Requests> {
  return {
    ...(await documentRequests(ask)),
    ...(await diskRequests(ask)),
    ...(await lineRequests(ask)),
    ...(await botRequests(ask)),
    ...(await callRequests(ask)),
    ...(await triggerRequests(ask)),
    ...textRequests(sandbox),
    ...smallRequests,
  }
}

const smallRequests: Requests = {
  'access.name': { ACCESS: ['G2', 'AU'] },
  'crm.category.fields': { entityTypeId: tiny.deals },
  'crm.item.import': {
    entityTypeId: tiny.deals,
    fields: { title: 'Из прошлого', createdTime: '2020-01-10T12:00:00+03:00' },
  },
  'crm.item.batchImport': { entityTypeId: tiny.deals, data: [{ title: 'Раз' }, { title: 'Два', stageId: 'NOPE' }] },
  'crm.status.entity.items': { entityId: 'DEAL_STAGE' },
  'crm.status.entity.types': {},
  'crm.status.fields': {},
  'pull.application.config.get': { CACHE: 'Y', REOPEN: 'Y' },
  'pull.application.event.add': { COMMAND: 'refresh', PARAMS: { id: 1 }, MODULE_ID: 'application' },
  'user.add': { EMAIL: 'new@reis.example', NAME: 'Вера', LAST_NAME: 'Новикова', UF_DEPARTMENT: [3] },
  'user.search': { FIND: 'Анна', SORT: 'ID', ORDER: 'asc' },
  'userfieldconfig.getTypes': { moduleId: 'crm' },
}

async function documentRequests(ask: Ask): Promise<Requests> {
  const template = {
    name: 'Заявка',
    file: ['request.docx', 'YQ=='],
    numeratorId: 1,
    region: 'ru',
    entityTypeId: ['1'],
    users: ['UA'],
  }
  const made = await ask('crm.documentgenerator.template.add', { fields: template })
  const templateId = Number((made.body.result as { template: { id: string } }).template.id)
  const order = { templateId, entityTypeId: tiny.leads, entityId: 5, values: { DocumentNumber: '2025-001' } }
  const print = async () =>
    ((await ask('crm.documentgenerator.document.add', order)).body.result as { document: { id: number } }).document.id
  const [id, doomed] = [await print(), await print()]
  const of = 'crm.documentgenerator'
  return {
    [`${of}.template.add`]: { fields: template },
    [`${of}.template.get`]: { id: templateId },
    [`${of}.template.list`]: {},
    [`${of}.numerator.list`]: {},
    [`${of}.document.add`]: order,
    [`${of}.document.get`]: { id },
    [`${of}.document.list`]: { filter: { entityTypeId: tiny.leads, entityId: 5 } },
    [`${of}.document.update`]: { id, values: { DocumentNumber: '2025-002' }, stampsEnabled: 1 },
    [`${of}.document.delete`]: { id: doomed },
    [`${of}.document.getfields`]: { id },
    [`${of}.document.enablepublicurl`]: { id, status: 1 },
  }
}

async function diskRequests(ask: Ask): Promise<Requests> {
  const storages = (await ask('disk.storage.getlist')).body.result as { ID: string; ROOT_OBJECT_ID: string }[]
  const [first] = storages
  const file = { data: { NAME: 'акт.pdf' }, fileContent: ['акт.pdf', 'YQ=='], generateUniqueName: true }
  const into = { id: Number(first?.ROOT_OBJECT_ID), ...file }
  const upload = async () => (await ask('disk.folder.uploadfile', into)).body.result as { ID: number }
  const [kept, doomed] = [await upload(), await upload()]
  const folder = (await ask('disk.folder.addsubfolder', { id: into.id, data: { NAME: 'Рейсы' } })).body.result as {
    ID: number
  }
  return {
    'disk.storage.getlist': {},
    'disk.storage.uploadfile': { id: Number(first?.ID), ...file },
    'disk.folder.uploadfile': into,
    'disk.folder.getchildren': { id: into.id, order: { NAME: 'DESC' } },
    'disk.file.get': { id: kept.ID },
    'disk.file.delete': { id: doomed.ID },
    'disk.folder.addsubfolder': { id: folder.ID, data: { NAME: 'Акты' } },
    'disk.folder.get': { id: folder.ID },
    'disk.storage.addfolder': { id: Number(first?.ID), data: { NAME: 'Заявки' } },
  }
}

async function lineRequests(ask: Ask): Promise<Requests> {
  const connector = (ID: string) => ({ ID, NAME: 'Свой канал', ICON: icon, PLACEMENT_HANDLER: handler })
  await ask('imconnector.register', connector('mychannel'))
  await ask('imconnector.register', connector('gone'))
  const line = { CONNECTOR: 'mychannel', LINE: 107 }
  await ask('imconnector.activate', { ...line, ACTIVE: '1' })
  const written = {
    user: { id: 'client-42', name: 'Иван', phone: '+7 999 444-55-66' },
    message: { id: 'm-1', date: 1_738_065_600, text: 'Где машина?' },
    chat: { id: 'chat-1', name: 'Иван' },
  }
  const write = async (id: string): Promise<number> => {
    const MESSAGES = [{ ...written, chat: { id, name: 'Иван' } }]
    const taken = await ask('imconnector.send.messages', { ...line, MESSAGES })
    const { DATA } = taken.body.result as { DATA: { RESULT: { session: { CHAT_ID: string } }[] } }
    return Number(DATA.RESULT[0]?.session.CHAT_ID)
  }
  const [chatId, spareChat] = [await write('chat-1'), await write('chat-2')]
  const leads = (await ask('crm.duplicate.findbycomm', { type: 'PHONE', values: ['+79994445566'] })).body
    .result as Record<string, number[]>
  const card = { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: leads['LEAD']?.[0] }
  return {
    'imconnector.register': connector('fresh'),
    'imconnector.activate': { ...line, ACTIVE: '1' },
    'imconnector.status': line,
    'imconnector.unregister': { ID: 'gone' },
    'imconnector.send.messages': { ...line, MESSAGES: [written] },
    'imconnector.send.status.delivery': {
      ...line,
      MESSAGES: [{ im: { chat_id: chatId, message_id: 1 }, message: { id: ['m-2'] }, chat: { id: 'chat-1' } }],
    },
    'imopenlines.crm.chat.get': { ...card, ACTIVE_ONLY: 'N' },
    'imopenlines.crm.chat.getLastId': card,
    'imopenlines.crm.message.add': { ...card, USER_ID: tiny.admin, CHAT_ID: chatId, MESSAGE: 'Едет' },
    'imopenlines.dialog.get': { CHAT_ID: chatId },
    'imopenlines.operator.finish': { CHAT_ID: spareChat },
  }
}

async function botRequests(ask: Ask): Promise<Requests> {
  const bot = (CODE: string) => ({
    CODE,
    EVENT_MESSAGE_ADD: handler,
    EVENT_WELCOME_MESSAGE: handler,
    EVENT_BOT_DELETE: handler,
    PROPERTIES: { NAME: 'Рейс', LAST_NAME: 'Бот' },
  })
  const id = (await ask('imbot.register', bot('kept'))).body.result
  const gone = (await ask('imbot.register', bot('gone'))).body.result
  return {
    'imbot.register': bot('fresh'),
    'imbot.bot.list': {},
    'imbot.message.add': { BOT_ID: id, DIALOG_ID: '2', MESSAGE: 'Здравствуйте' },
    'imbot.unregister': { BOT_ID: gone },
    ...(await newBotRequests(ask)),
  }
}

async function newBotRequests(ask: Ask): Promise<Requests> {
  const bot = (code: string) => ({ fields: { code, properties: { name: 'Рейс' }, eventMode: 'fetch' } })
  const made = async (code: string): Promise<number> =>
    ((await ask('imbot.v2.Bot.register', bot(code))).body.result as { bot: { id: number } }).bot.id
  const [botId, gone] = [await made('kept-v2'), await made('gone-v2')]
  const send = { botId, dialogId: '2', fields: { message: 'Здравствуйте' } }
  const said = async (): Promise<number> =>
    ((await ask('imbot.v2.Chat.Message.send', send)).body.result as { id: number }).id
  const [kept, doomed] = [await said(), await said()]
  return {
    'imbot.v2.Bot.register': bot('fresh-v2'),
    'imbot.v2.Bot.get': { botId },
    'imbot.v2.Bot.list': { limit: 10 },
    'imbot.v2.Bot.unregister': { botId: gone },
    'imbot.v2.Chat.Message.send': send,
    'imbot.v2.Chat.Message.update': { botId, messageId: kept, fields: { message: 'Добрый день' } },
    'imbot.v2.Chat.Message.delete': { botId, messageId: doomed },
    'imbot.v2.Event.get': { botId, limit: 10 },
  }
}

async function callRequests(ask: Ask): Promise<Requests> {
  const call = { USER_ID: tiny.manager, PHONE_NUMBER: '+79990000000', TYPE: 2, SHOW: 1 }
  const registered = async () =>
    ((await ask('telephony.externalcall.register', call)).body.result as { CALL_ID: string }).CALL_ID
  const [kept, over] = [await registered(), await registered()]
  return {
    'telephony.externalcall.register': call,
    'telephony.externalcall.show': { CALL_ID: kept, USER_ID: tiny.manager },
    'telephony.externalcall.hide': { CALL_ID: kept },
    'telephony.externalcall.finish': { CALL_ID: over, USER_ID: tiny.manager, DURATION: 95, STATUS_CODE: '200' },
    'telephony.externalcall.searchCrmEntities': { PHONE_NUMBER: '+79990000000' },
    'telephony.externalcall.attachRecord': { CALL_ID: over, FILENAME: 'call.mp3', FILE_CONTENT: 'YQ==' },
    'telephony.externalLine.add': { NUMBER: '+74950000001', NAME: 'Отдел перевозок' },
    'telephony.externalLine.get': {},
    'telephony.externalLine.update': { NUMBER: '+74950000001', NAME: 'Логисты', CRM_AUTO_CREATE: 'N' },
    'telephony.externalLine.delete': { NUMBER: '+74950000001' },
    'voximplant.statistic.get': {},
  }
}

async function triggerRequests(ask: Ask): Promise<Requests> {
  for (const CODE of ['kept', 'gone']) await ask('crm.automation.trigger.add', { CODE, NAME: 'Машина вышла' })
  return {
    'crm.automation.trigger.add': { CODE: 'fresh', NAME: 'Машина пришла' },
    'crm.automation.trigger.list': {},
    'crm.automation.trigger.execute': { CODE: 'kept', OWNER_TYPE_ID: tiny.leads, OWNER_ID: 5 },
    'crm.automation.trigger.delete': { CODE: 'gone' },
  }
}

function textRequests(sandbox: Sandbox): Requests {
  sandbox.portal.state.channels.texts.add({ code: 'provider', messageId: 'abc', status: 'queued' })
  return {
    'messageservice.sender.add': { CODE: 'fresh', TYPE: 'SMS', HANDLER: handler, NAME: 'Провайдер' },
    'messageservice.message.status.update': { CODE: 'provider', MESSAGE_ID: 'abc', STATUS: 'delivered' },
  }
}
