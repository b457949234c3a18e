import { stranger } from './provocations.ts'
import { tiny } from './tiny-seed.ts'
import type { Refuser } from './targeted-provocations.ts'

const handler = 'https://reis.example/handler'
const tooMuch = [{ MESSAGE: 'х'.repeat(70_000) }]

/** Refusals of robots, working time, chats, bots, lines, tasks and the disk. */
export async function targetedInModules(refuser: Refuser): Promise<void> {
  await ofAutomation(refuser)
  await ofWorkTime(refuser)
  await ofChats(refuser)
  await ofBots(refuser)
  await ofLines(refuser)
  await ofDisk(refuser)
  await refuser.ask('tasks.task.add', { fields: { TITLE: 'Позвонить', RESPONSIBLE_ID: 2 } })
  await refuser.ask('tasks.task.list', { order: { nonsense: 'asc' } })
  const push = { COMMAND: 'refresh', PARAMS: {}, MODULE_ID: 'application', USER_ID: [tiny.admin] }
  await refuser.ask('pull.application.event.add', push, tiny.manager)
}

async function ofAutomation({ ask, sandbox }: Refuser): Promise<void> {
  const bad = { CODE: 'bad', NAME: 'Проверка', HANDLER: 'ftp://reis.example/robot' }
  for (const kind of ['robot', 'activity']) await ask(`bizproc.${kind}.add`, bad)
  await ask('bizproc.robot.update', { CODE: 'nobody', FIELDS: { NAME: 'Иначе' } })
  await ask('bizproc.robot.add', { ...bad, HANDLER: handler })
  for (const HANDLER of [bad.HANDLER, 'нет такого'])
    await ask('bizproc.robot.update', { CODE: 'bad', FIELDS: { HANDLER } })
  await ask('bizproc.task.list', { FILTER: { USER_ID: tiny.admin } }, tiny.logist)
  const question = {
    activity: 'RequestInformationActivity',
    userId: tiny.admin,
    name: 'Кто везёт?',
    fields: [{ id: 'carrier', name: 'Перевозчик', isRequired: true }],
  }
  const documentType = ['crm', 'CCrmDocumentLead', 'LEAD']
  const template = await fetch(`${sandbox.url}/sandbox/workflow-templates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Вопрос', documentType, steps: [{ kind: 'question', question }] }),
  })
  const { id } = (await template.json()) as { id: number }
  await ask('bizproc.workflow.start', { TEMPLATE_ID: id, DOCUMENT_ID: ['crm', 'CCrmDocumentLead', 'LEAD_5'] })
  const [task] = (await ask('bizproc.task.list', { SELECT: ['ID'] })) as { ID: string }[]
  await ask('bizproc.task.complete', { TASK_ID: task?.ID, STATUS: 3, FIELDS: {} })
}

async function ofWorkTime({ ask }: Refuser): Promise<void> {
  for (const verb of ['status', 'open', 'pause', 'close', 'settings'])
    await ask(`timeman.${verb}`, { USER_ID: 999_999 })
  await ask('timeman.open', { TIME: '2001-01-01T09:00:00+03:00' })
  await ask('timeman.open', { TIME: new Date(Date.now() + 60_000).toISOString() })
  await ask('timeman.open')
  await ask('timeman.close', { TIME: '2001-01-01T18:00:00+03:00' })
  await ask('timeman.pause')
  await ask('timeman.open', { TIME: new Date().toISOString() })
}

async function ofChats({ ask }: Refuser): Promise<void> {
  const chat = async (): Promise<string> => `chat${String(await ask('im.chat.add', { TITLE: 'Рейс', USERS: [2] }))}`
  const [here, there] = [await chat(), await chat()]
  const say = (DIALOG_ID: string, more = {}) => ask('im.message.add', { DIALOG_ID, MESSAGE: 'Вышел', ...more })
  const id = await say(here)
  await say(there, { REPLY_ID: id })
  for (const name of ['ATTACH', 'KEYBOARD', 'MENU'])
    for (const value of ['нет такого', tooMuch]) {
      await say(here, { [name]: value })
      await ask('im.message.update', { MESSAGE_ID: id, MESSAGE: 'Иначе', [name]: value })
      for (const method of ['im.notify', 'im.notify.personal.add', 'im.notify.system.add'])
        await ask(method, { USER_ID: 2, MESSAGE: 'Вышел', [name]: value })
    }
  await ask('im.chat.updateTitle', { DIALOG_ID: '2', TITLE: 'Вдвоём' })
  for (const name of ['FIRST_ID', 'LAST_ID'])
    await ask('im.dialog.messages.get', { DIALOG_ID: here, [name]: 'нет такого' })
}

async function ofBots({ ask }: Refuser): Promise<void> {
  const own = { EVENT_MESSAGE_ADD: handler, EVENT_WELCOME_MESSAGE: handler, EVENT_BOT_DELETE: handler }
  const bot = (CODE: string, more = {}) => ask('imbot.register', { CODE, ...own, PROPERTIES: { NAME: 'Бот' }, ...more })
  for (const name of ['EVENT_MESSAGE_UPDATE', 'EVENT_MESSAGE_DELETE']) await bot('bad', { [name]: 'нет такого' })
  const BOT_ID = await bot('first')
  for (const name of ['ATTACH', 'KEYBOARD', 'MENU'])
    for (const value of ['нет такого', tooMuch])
      await ask('imbot.message.add', { BOT_ID, DIALOG_ID: '2', MESSAGE: 'Вышел', [name]: value })
  await ask('imbot.message.add', { BOT_ID, DIALOG_ID: 'chat999999', MESSAGE: 'Вышел' })
  for (let at = 0; at < 101; at += 1) await bot(`more${at}`)
}

async function ofLines({ ask }: Refuser): Promise<void> {
  const ICON = { DATA_IMAGE: 'data:image/svg+xml,%3Csvg/%3E' }
  const connector = (ID: string) => ({ ID, NAME: 'Канал', ICON, PLACEMENT_HANDLER: handler })
  await ask('imconnector.register', connector('с.точкой'))
  await ask('imconnector.register', connector('mine'))
  const written = { user: { id: 'c' }, message: { id: 'm', text: 'Где машина?' }, chat: { id: 'c' } }
  await ask('imconnector.send.messages', { CONNECTOR: 'mine', LINE: 7, MESSAGES: [written] })
}

async function ofDisk({ ask }: Refuser): Promise<void> {
  const [, own] = (await ask('disk.storage.getlist')) as { ID: string; ROOT_OBJECT_ID: string }[]
  const file = (content: string) => ({ data: { NAME: 'акт.pdf' }, fileContent: ['акт.pdf', content] })
  const into = { storage: { id: Number(own?.ID) }, folder: { id: Number(own?.ROOT_OBJECT_ID) } }
  for (const [kind, place] of Object.entries(into)) {
    await ask(`disk.${kind}.uploadfile`, { ...place, ...file('не base64!') })
    await ask(`disk.${kind}.uploadfile`, { ...place, ...file('YQ=='), rights: 'нет таких' })
    await ask(`disk.${kind}.uploadfile`, { ...place, ...file('YQ==') }, stranger)
  }
  const kept = (await ask('disk.folder.uploadfile', { ...into.folder, ...file('YQ==') })) as { ID: number }
  await ask('disk.file.get', { id: kept.ID }, stranger)
}
