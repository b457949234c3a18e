import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Workflow } from '../../sandbox/state/automation.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, post, startListener, startTiny, testApp, type Listener } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let listener: Listener

beforeAll(async () => {
  sandbox = await startTiny({ app: { ...testApp, scope: [...testApp.scope, 'bizproc'] } })
  listener = await startListener()
  sandbox.portal.finishInstall()
})

beforeEach(() => {
  listener.received.length = 0
})

afterAll(async () => {
  await listener.close()
  await sandbox.close()
})

const ask = (method: string, params: Record<string, unknown> = {}, userId: number = tiny.admin) =>
  callAs(sandbox, userId, method, params)

const control = (path: string, body: unknown) => post(`${sandbox.url}/sandbox/${path}`, body as Record<string, unknown>)
const stage = 'DT1036_10:SEARCH'

async function runs(): Promise<Workflow[]> {
  return (await (await fetch(`${sandbox.url}/sandbox/workflows`)).json()) as Workflow[]
}

async function register(code: string, more: Record<string, unknown> = {}): Promise<void> {
  const params = {
    CODE: code,
    HANDLER: listener.url,
    AUTH_USER_ID: tiny.admin,
    NAME: { ru: 'Ставка', en: 'Rate' },
    PROPERTIES: {
      lane: { Name: 'Направление', Type: 'string', Default: 'любое' },
      who: { Name: 'Кому', Type: 'user' },
    },
    ...more,
  }
  expect((await ask('bizproc.robot.add', params)).body).toMatchObject({ result: true })
}

async function putOnStage(code: string, properties: Record<string, unknown> = {}): Promise<void> {
  const answer = await control('robots', { entityTypeId: tiny.requests, stageId: stage, code, properties })
  expect(answer.status).toBe(200)
}

async function moveRequest(id: number): Promise<void> {
  await ask('crm.item.update', { entityTypeId: tiny.requests, id, fields: { stageId: 'DT1036_10:NEW' } })
  await ask('crm.item.update', { entityTypeId: tiny.requests, id, fields: { stageId: stage } })
  await sandbox.portal.idle()
}

test('a robot on a stage is told of the item that enters it, and its answer comes back by the token', async () => {
  await register('rate')
  await putOnStage('rate', { who: `user_${tiny.logist}`, lane: 'для {=Document:TITLE} ({=Document:ID})' })
  await moveRequest(1)
  const [form] = listener.received
  const heard = Object.fromEntries(form ?? [])
  expect(heard).toMatchObject({
    code: 'rate',
    'document_id[0]': 'crm',
    'document_id[1]': String.raw`Bitrix\Crm\Integration\BizProc\Document\Dynamic`,
    'document_id[2]': 'DYNAMIC_1036_1',
    'document_type[2]': 'DYNAMIC_1036',
    'properties[lane]': 'для Запрос 1 (1)',
    'properties[who]': 'user_4',
    use_subscription: 'Y',
    'auth[user_id]': '1',
    'auth[member_id]': sandbox.memberId,
    'auth[application_token]': sandbox.portal.app?.applicationToken,
  })
  const asRobot = { auth: heard['auth[access_token]'] }
  const answer = { ...asRobot, event_token: heard['event_token'], return_values: { rate: 12_000 }, log_message: 'ок' }
  await post(`${sandbox.url}/rest/bizproc.activity.log`, { ...asRobot, ...answer, LOG_MESSAGE: 'считаю' })
  expect((await post(`${sandbox.url}/rest/bizproc.event.send`, answer)).body.result).toBe(true)
  expect((await runs()).at(-1)).toMatchObject({
    code: heard['workflow_id'],
    state: 'completed',
    returned: { 0: { rate: 12_000 } },
    log: [{ text: 'ок' }, { text: 'ок' }],
  })
  const again = await post(`${sandbox.url}/rest/bizproc.event.send`, answer)
  expect(again).toMatchObject({ status: 403, body: { error: 'ACCESS_DENIED' } })
})

test('a robot that is not waited for has done its work when it was told, and its token opens nothing', async () => {
  await register('note', { USE_SUBSCRIPTION: 'N' })
  await putOnStage('note')
  await moveRequest(2)
  const heard = listener.received.find((form) => form.get('code') === 'note')
  expect(heard?.get('use_subscription')).toBe('N')
  expect(heard?.get('properties[lane]')).toBe('любое')
  const sent = await ask('bizproc.event.send', { EVENT_TOKEN: heard?.get('event_token') })
  expect(sent.status).toBe(403)
  expect((await runs()).find((run) => run.code === heard?.get('workflow_id'))).toMatchObject({ state: 'completed' })
})

test('a new item that begins on the stage wakes its robots too, an item of another type does not', async () => {
  await ask('crm.item.add', { entityTypeId: tiny.requests, fields: { title: 'Новый', stageId: stage } })
  await ask('crm.item.update', { entityTypeId: tiny.leads, id: 5, fields: { stageId: 'IN_PROCESS' } })
  await sandbox.portal.idle()
  expect(listener.received.map((form) => form.get('code')).sort()).toEqual(['note', 'rate'])
})

test('a robot is taken away by its id, and one that nobody has registered is not put anywhere', async () => {
  const robots = (await (await fetch(`${sandbox.url}/sandbox/robots`)).json()) as { id: number }[]
  for (const { id } of robots) await fetch(`${sandbox.url}/sandbox/robots/${id}`, { method: 'DELETE' })
  await moveRequest(3)
  expect(listener.received).toEqual([])
  const unknown = { entityTypeId: tiny.requests, stageId: stage, code: 'nobody' }
  expect((await control('robots', unknown)).status).toBe(400)
  expect((await control('robots', { code: 'rate' })).status).toBe(400)
})

const valid = { CODE: 'other', HANDLER: 'https://reis.example/robot', NAME: 'Робот' }

test.each([
  ['no code', { CODE: '' }, 'ERROR_ACTIVITY_VALIDATION_FAILURE', 'Empty activity code!'],
  ['a bad code', { CODE: 'два слова' }, 'ERROR_ACTIVITY_VALIDATION_FAILURE', 'Wrong activity code!'],
  ['no name', { NAME: { ru: '' } }, 'ERROR_ACTIVITY_VALIDATION_FAILURE', 'Empty activity NAME!'],
  ['another protocol', { HANDLER: 'ftp://reis.example' }, 'ERROR_UNSUPPORTED_PROTOCOL', undefined],
  ['no address', { HANDLER: 'robot' }, 'ERROR_WRONG_HANDLER_URL', undefined],
  ['properties that are a text', { PROPERTIES: 'x' }, 'ERROR_ACTIVITY_VALIDATION_FAILURE', 'Wrong properties array!'],
  ['a bad key', { PROPERTIES: { '1a': { Name: 'x' } } }, 'ERROR_ACTIVITY_VALIDATION_FAILURE', 'Wrong property key 1a!'],
  ['a nameless property', { PROPERTIES: { a: {} } }, 'ERROR_ACTIVITY_VALIDATION_FAILURE', 'Empty property NAME a!'],
  ['a bad filter', { FILTER: { ONLY: [] } }, 'ERROR_ACTIVITY_VALIDATION_FAILURE', 'Wrong activity FILTER!'],
  ['a bad type', { DOCUMENT_TYPE: ['crm'] }, 'ERROR_ACTIVITY_VALIDATION_FAILURE', 'Wrong activity DOCUMENT_TYPE!'],
  ['a code in use', { CODE: 'rate' }, 'ERROR_ACTIVITY_ALREADY_INSTALLED', undefined],
])('a robot with %s is refused in the module’s words', async (_what, change, error, text) => {
  const answer = await ask('bizproc.robot.add', { ...valid, ...change })
  expect(answer).toMatchObject({ status: 400, body: { error, ...(text ? { error_description: text } : {}) } })
})

test('robots are for an administrator’s application: others and webhooks are refused', async () => {
  const other = await ask('bizproc.robot.list', {}, tiny.manager)
  expect(other.body).toMatchObject({ error: 'ACCESS_DENIED', error_description: 'Access denied!' })
  const webhook = await post(`${sandbox.webhookUrl}bizproc.robot.list`)
  expect(webhook.body).toMatchObject({ error: 'ACCESS_DENIED', error_description: 'Application context required' })
  const gone = await ask('bizproc.robot.delete', { CODE: 'none' })
  expect(gone.body).toMatchObject({ error: 'ERROR_ACTIVITY_NOT_FOUND' })
})

async function draw(steps: unknown[]): Promise<number> {
  const documentType = ['crm', 'CCrmDocumentLead', 'LEAD']
  const made = await control('workflow-templates', { name: 'Проверка', documentType, steps })
  return (made.body as unknown as { id: number }).id
}

const approval = (more: Record<string, unknown> = {}) => ({
  kind: 'question',
  question: { activity: 'ApproveActivity', userId: tiny.logist, name: 'Везём?', ...more },
})
const lead = ['crm', 'CCrmDocumentLead', 'LEAD_5']

test('a process asks its person and nobody else, and goes on when he has answered', async () => {
  const templateId = await draw([
    approval({ commentRequired: 'YR' }),
    approval({ userId: tiny.manager, name: 'Точно?' }),
  ])
  const started = await ask('bizproc.workflow.start', { TEMPLATE_ID: templateId, DOCUMENT_ID: lead })
  const list = await ask('bizproc.task.list', { SELECT: ['ID', 'DOCUMENT_NAME', 'WORKFLOW_ID'] }, tiny.logist)
  const [task] = list.body.result as { ID: string }[]
  expect(task).toMatchObject({ DOCUMENT_NAME: 'Звонок с сайта', WORKFLOW_ID: started.body.result })
  const answer = (params: Record<string, unknown>, userId: number = tiny.logist) =>
    ask('bizproc.task.complete', { TASK_ID: task?.ID, ...params }, userId)
  expect((await answer({ STATUS: 'yes' }, tiny.manager)).body).toMatchObject({ error: 'ERROR_TASK_NOT_FOUND' })
  expect((await answer({ STATUS: 'ok' })).body).toMatchObject({ error: 'ERROR_TASK_VALIDATION' })
  expect((await answer({ STATUS: 2 })).body).toMatchObject({ error: 'ERROR_TASK_EXECUTION' })
  expect((await answer({ STATUS: 2, COMMENT: 'далеко' })).body.result).toBe(true)
  expect((await answer({ STATUS: 1 })).body).toMatchObject({ error: 'ERROR_TASK_COMPLETED' })
  const next = await ask('bizproc.task.list', { FILTER: { STATUS: 0 }, SELECT: ['NAME'] }, tiny.manager)
  expect(next.body).toMatchObject({ result: [{ NAME: 'Точно?' }], total: 1 })
  const foreign = await ask('bizproc.task.list', { FILTER: { USER_ID: tiny.manager } }, tiny.logist)
  expect(foreign.body).toMatchObject({ error: 'ACCESS_DENIED' })
  const head = await ask('bizproc.task.list', { FILTER: { USER_ID: tiny.manager } }, tiny.salesHead)
  expect(head.body.total).toBe(1)
})

test('a stopped process is asked about no more, and a killed one has never been', async () => {
  const templateId = await draw([approval()])
  const start = () => ask('bizproc.workflow.start', { TEMPLATE_ID: templateId, DOCUMENT_ID: lead })
  const stopped = (await start()).body.result
  const killed = (await start()).body.result
  await ask('bizproc.workflow.terminate', { ID: stopped, STATUS: 'Передумали' })
  await ask('bizproc.workflow.kill', { ID: killed })
  const left = (await runs()).filter((run) => [stopped, killed].includes(run.code))
  expect(left).toMatchObject([{ code: stopped, state: 'terminated', stateTitle: 'Передумали' }])
  const open = await ask('bizproc.task.list', { FILTER: { STATUS: 0, USER_ID: tiny.logist } })
  expect(open.body.total).toBe(0)
  expect((await ask('bizproc.workflow.kill', { ID: '' })).body).toMatchObject({ error: 'ERROR_WRONG_WORKFLOW_ID' })
})

test('a process is started on a card of its own kind that exists, by an administrator', async () => {
  const templateId = await draw([])
  const start = (more: Record<string, unknown>, userId: number = tiny.admin) =>
    ask('bizproc.workflow.start', { TEMPLATE_ID: templateId, DOCUMENT_ID: lead, ...more }, userId)
  expect((await start({ TEMPLATE_ID: 999 })).body).toMatchObject({ error_description: 'Template not found' })
  expect((await start({ DOCUMENT_ID: ['crm'] })).body).toMatchObject({
    error: '',
    error_description: 'Wrong DOCUMENT_ID!',
  })
  const mixed = ['crm', 'CCrmDocumentLead', 'DEAL_5']
  expect((await start({ DOCUMENT_ID: mixed })).body).toMatchObject({ error_description: 'Incorrect document type!' })
  const request = ['crm', String.raw`Bitrix\Crm\Integration\BizProc\Document\Dynamic`, 'DYNAMIC_1036_1']
  expect((await start({ DOCUMENT_ID: request })).body).toMatchObject({
    error_description: 'Template type and DOCUMENT_ID mismatch!',
  })
  expect(await start({}, tiny.manager)).toMatchObject({ status: 403, body: { error: 'ACCESS_DENIED' } })
})

test('a question is handed on by him whom it was put to', async () => {
  const templateId = await draw([approval()])
  await ask('bizproc.workflow.start', { TEMPLATE_ID: templateId, DOCUMENT_ID: lead })
  const mine = await ask('bizproc.task.list', { FILTER: { STATUS: 0 } }, tiny.logist)
  const TASK_IDS = (mine.body.result as { ID: string }[]).map((task) => task.ID)
  const delegate = (from: number, userId: number) =>
    ask('bizproc.task.delegate', { TASK_IDS, FROM_USER_ID: from, TO_USER_ID: tiny.manager }, userId)
  expect((await delegate(tiny.logist, tiny.manager)).body).toMatchObject({ error: 'ERROR_DELEGATION_NOT_ALLOWED' })
  expect((await delegate(77, tiny.logist)).body).toMatchObject({ error: 'ERROR_INVALID_USER_ID' })
  expect((await delegate(tiny.logist, tiny.logist)).body.result).toBe(true)
  const his = await ask('bizproc.task.list', { FILTER: { ID: TASK_IDS } }, tiny.manager)
  expect(his.body.total).toBe(1)
})

test('what an application has registered goes with it', async () => {
  await sandbox.portal.uninstall()
  sandbox.portal.finishInstall()
  expect((await ask('bizproc.robot.list')).body.result).toEqual([])
})
