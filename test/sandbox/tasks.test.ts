import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, post, startListener, startTiny, testApp } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny({ app: { ...testApp, scope: [...testApp.scope, 'task'] } })
})

afterAll(() => sandbox.close())

interface TaskAnswer {
  task: Record<string, unknown> & { id: string }
}

const ask = (method: string, params: Record<string, unknown>, userId: number = tiny.manager) =>
  callAs(sandbox, userId, method, params)

async function add(fields: Record<string, unknown>): Promise<TaskAnswer['task']> {
  const answer = await ask('tasks.task.add', {
    fields: { TITLE: 'Позвонить', RESPONSIBLE_ID: tiny.manager, ...fields },
  })
  expect(answer.status).toBe(200)
  return (answer.body.result as TaskAnswer).task
}

test('a task written in capitals is answered in camel case, numbers as text', async () => {
  const task = await add({ DEADLINE: '2025-12-31T18:00:00', UF_CRM_TASK: ['D_1', 'T40c_5', 'nonsense'] })
  expect(task).toMatchObject({
    title: 'Позвонить',
    responsibleId: '3',
    createdBy: '3',
    status: '2',
    deadline: '2025-12-31T18:00:00+03:00',
    ufCrmTask: ['D_1', 'T40c_5'],
    action: { complete: true, renew: false },
  })
  const read = await ask('tasks.task.get', { taskId: task.id, select: ['ID', 'TITLE'] })
  expect(read.body.result).toMatchObject({ task: { id: task.id, title: 'Позвонить' } })
  expect((read.body.result as TaskAnswer).task).not.toHaveProperty('deadline')
})

test('a task without a title, an assignee or with a parent that is itself is refused in the module’s words', async () => {
  const bare = await ask('tasks.task.add', { fields: { RESPONSIBLE_ID: tiny.manager } })
  expect(bare).toMatchObject({
    status: 400,
    body: { error: 'ERROR_CORE', error_description: 'Task title is not specified<br>' },
  })
  expect(await ask('tasks.task.add', { fields: { TITLE: 'x' } })).toMatchObject({ body: { error: 'ERROR_CORE' } })
  expect(await ask('tasks.task.add', {})).toMatchObject({ status: 400, body: { error: '100' } })
  const { id } = await add({})
  expect(await ask('tasks.task.update', { taskId: id, fields: { PARENT_ID: id } })).toMatchObject({
    body: { error: 'ERROR_CORE', error_description: 'Cannot bind the node to itself<br>' },
  })
})

test('a task of other people is no task: reading it is an empty answer, changing it a refusal', async () => {
  const { id } = await add({})
  const read = await ask('tasks.task.get', { taskId: id }, tiny.logist)
  expect(read).toMatchObject({ status: 200, body: { result: [] } })
  const change = await ask('tasks.task.update', { taskId: id, fields: { TITLE: 'y' } }, tiny.logist)
  expect(change).toMatchObject({ status: 400, body: { error: 0 } })
  const list = await ask('tasks.task.list', { filter: { ID: id } }, tiny.logist)
  expect(list.body).toMatchObject({ result: { tasks: [] }, total: 0 })
})

test('an observer reads and does not change', async () => {
  const { id } = await add({ AUDITORS: [tiny.logist] })
  const read = await ask('tasks.task.get', { taskId: id }, tiny.logist)
  expect(read.body.result).toMatchObject({ task: { auditors: ['4'], action: { edit: false } } })
  const done = await ask('tasks.task.complete', { taskId: id }, tiny.logist)
  expect(done.body).toMatchObject({ error: 0, error_description: 'Action on the task is not allowed' })
})

test('a completed task has an end, and is completed once', async () => {
  const { id } = await add({})
  const done = await ask('tasks.task.complete', { taskId: id })
  expect(done.body.result).toMatchObject({ task: { status: '5', closedBy: '3' } })
  expect((await ask('tasks.task.complete', { taskId: id })).status).toBe(400)
  await ask('tasks.task.update', { taskId: id, fields: { STATUS: 2 } })
  const again = await ask('tasks.task.get', { taskId: id })
  expect(again.body.result).toMatchObject({ task: { status: '2', closedDate: null } })
})

test('tasks are listed by what was asked, in the order asked, and an unknown order is refused', async () => {
  const late = await add({ TITLE: 'список б', DEADLINE: '2025-12-02' })
  const soon = await add({ TITLE: 'список а', DEADLINE: '2025-12-01' })
  const list = await ask('tasks.task.list', {
    filter: { '%TITLE': 'список', '!STATUS': 5 },
    order: { DEADLINE: 'asc' },
    select: ['ID', 'TITLE', 'subStatus'],
  })
  const tasks = (list.body.result as { tasks: { id: string; subStatus: string }[] }).tasks
  expect(tasks.map((task) => task.id)).toEqual([soon.id, late.id])
  expect(tasks[0]?.subStatus).toBeDefined()
  expect((await ask('tasks.task.list', { order: { NOPE: 'asc' } })).body).toMatchObject({ error: 0 })
})

test('a deleted task is gone, and the application hears of its life', async () => {
  const listener = await startListener()
  sandbox.portal.finishInstall()
  for (const event of ['ONTASKADD', 'ONTASKDELETE'])
    await ask('event.bind', { event, handler: listener.url }, tiny.admin)
  const { id } = await add({})
  expect((await ask('tasks.task.delete', { taskId: id })).body.result).toEqual({ task: true })
  expect((await ask('tasks.task.get', { taskId: id })).body.result).toEqual([])
  await sandbox.portal.idle()
  const heard = listener.received.map((form) => [form.get('event'), form.get('data[FIELDS_AFTER][ID]')])
  expect(heard.sort()).toEqual([
    ['ONTASKADD', id],
    ['ONTASKDELETE', null],
  ])
  await listener.close()
})

test('a chat about a card is found by it, and by those who are in it alone', async () => {
  const about = { ENTITY_TYPE: 'CRM', ENTITY_ID: 'DEAL|1' }
  expect((await ask('im.chat.get', about)).body.result).toBeNull()
  const made = await ask('im.chat.add', { TITLE: 'Рейс', USERS: [tiny.salesHead], ...about })
  expect((await ask('im.chat.get', about, tiny.salesHead)).body.result).toEqual({ ID: made.body.result })
  expect((await ask('im.chat.get', about, tiny.logist)).body.result).toBeNull()
  expect((await post(`${sandbox.webhookUrl}im.chat.get`, { ENTITY_TYPE: 'CRM' })).body).toMatchObject({
    error: 'ENTITY_ID_EMPTY',
  })
})

test('a task is begun, paused, put off and taken up again, and a step that is out of turn is refused', async () => {
  const { id } = await add({})
  const step = async (name: string, userId: number = tiny.manager) => {
    const { status, body } = await ask(`tasks.task.${name}`, { taskId: id }, userId)
    return status === 200 ? (body.result as TaskAnswer).task['status'] : body.error
  }
  expect(await step('pause')).toBe(1_048_582)
  expect([await step('start'), await step('pause'), await step('defer'), await step('renew')]).toEqual([
    '3',
    '2',
    '6',
    '2',
  ])
  expect(await step('start', tiny.logist)).toBe(0)
  expect(await ask('tasks.task.start', { taskId: 'x' })).toMatchObject({
    body: { error: 0, error_description: 'wrong task id' },
  })
  expect(await ask('tasks.task.start', {})).toMatchObject({ body: { error: '100' } })
  expect((await ask('tasks.task.get', { taskId: id })).body.result).toMatchObject({
    task: { dateStart: expect.stringMatching(/^2\d{3}-/) },
  })
})

test('work under control waits for the creator, who accepts it or gives it back', async () => {
  const { id } = await add({ RESPONSIBLE_ID: tiny.logist, TASK_CONTROL: 'Y' })
  const done = await ask('tasks.task.complete', { taskId: id }, tiny.logist)
  expect(done.body.result).toMatchObject({ task: { status: '4', closedDate: null, action: { approve: false } } })
  expect((await ask('tasks.task.approve', { taskId: id }, tiny.logist)).body.error).toBe(1_048_582)
  const back = await ask('tasks.task.disapprove', { taskId: id })
  expect(back.body.result).toMatchObject({ task: { status: '2' } })
  await ask('tasks.task.complete', { taskId: id }, tiny.logist)
  expect((await ask('tasks.task.approve', { taskId: id })).body.result).toMatchObject({ task: { status: '5' } })
})

test('a delegated task is another’s, and who had it goes on watching', async () => {
  const { id } = await add({})
  const given = await ask('tasks.task.delegate', { taskId: id, userId: tiny.logist })
  expect(given.body.result).toMatchObject({ task: { responsibleId: '4', auditors: ['3'] } })
  expect((await ask('tasks.task.delegate', { taskId: id, userId: 999 })).body.error).toBe(0)
  expect((await ask('tasks.task.delegate', { taskId: id })).body.error).toBe('100')
})

test('a comment is its author’s, a result is a comment pinned, closed when the task is done', async () => {
  const { id } = await add({ AUDITORS: [tiny.logist] })
  const listener = await startListener()
  sandbox.portal.finishInstall()
  for (const event of ['ONTASKCOMMENTADD', 'ONTASKCOMMENTUPDATE', 'ONTASKCOMMENTDELETE'])
    await ask('event.bind', { event, handler: listener.url }, tiny.admin)
  const FIELDS = { POST_MESSAGE: 'Отправил [B]счёт[/B]' }
  const item = { TASKID: id, ITEMID: (await ask('task.commentitem.add', { TASKID: id, FIELDS })).body.result }
  const foreign = await ask('task.commentitem.update', { ...item, FIELDS }, tiny.logist)
  expect(foreign.body.error_description).toContain('ACTION_NOT_ALLOWED')
  expect((await ask('task.commentitem.get', item, tiny.logist)).body.result).toMatchObject({
    AUTHOR_ID: '3',
    POST_MESSAGE: FIELDS.POST_MESSAGE,
  })
  const commentId = item.ITEMID
  expect((await ask('tasks.task.result.addFromComment', { commentId }, tiny.logist)).body).toMatchObject({
    error: 0,
    error_description: 'Access denied.',
  })
  const pinned = await ask('tasks.task.result.addFromComment', { commentId })
  expect(pinned.body.result).toMatchObject({ status: 0, formattedText: 'Отправил <b>счёт</b>', files: null })
  const twice = await ask('tasks.task.result.addFromComment', { commentId })
  expect(twice.body.error_description).toBe('Result already exists.')
  await ask('tasks.task.complete', { taskId: id })
  expect((await ask('tasks.task.result.list', { taskId: id })).body.result).toMatchObject([{ commentId, status: 1 }])
  await ask('task.commentitem.update', { ...item, FIELDS: { POST_MESSAGE: 'Иначе' } })
  await ask('task.commentitem.delete', item)
  expect((await ask('tasks.task.result.list', { taskId: id })).body.result).toEqual([])
  await sandbox.portal.idle()
  const heard = listener.received.map((form) => [form.get('event'), form.get('data[FIELDS_AFTER][ACTION]')])
  await listener.close()
  expect(heard.sort()).toEqual([
    ['ONTASKCOMMENTADD', null],
    ['ONTASKCOMMENTDELETE', 'DEL'],
    ['ONTASKCOMMENTUPDATE', 'EDIT'],
  ])
})
