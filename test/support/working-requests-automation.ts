import type { Sandbox } from '../../sandbox/server.ts'
import { startListener } from './tiny-portal.ts'
import { tiny } from './tiny-seed.ts'
import type { Ask } from './working-requests.ts'

const handler = 'https://reis.example/robot'
const program = (code: string) => ({ CODE: code, HANDLER: handler, NAME: 'Проверка' })
const dealType = ['crm', 'CCrmDocumentDeal', 'DEAL']

/** A request for each method of robots, actions, processes and their questions. */
export async function automationRequests(ask: Ask, sandbox: Sandbox): Promise<Record<string, Record<string, unknown>>> {
  const control = async (path: string, body: unknown): Promise<{ id: number }> => {
    const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { id: number }
  }
  const listener = await startListener()
  sandbox.portal.finishInstall()
  for (const code of ['kept', 'gone']) {
    await ask('bizproc.robot.add', program(code))
    await ask('bizproc.activity.add', { ...program(code), HANDLER: listener.url })
  }
  const deal = await ask('crm.item.add', { entityTypeId: tiny.deals, fields: { title: 'Рейс' } })
  const dealId = (deal.body.result as { item: { id: number } }).item.id
  const document = ['crm', 'CCrmDocumentDeal', `DEAL_${dealId}`]
  const question = {
    activity: 'RequestInformationActivity',
    userId: tiny.admin,
    name: 'Кто везёт?',
    fields: [{ id: 'carrier', name: 'Перевозчик' }],
  }
  const asking = await control('workflow-templates', {
    name: 'Вопрос',
    documentType: dealType,
    steps: [
      { kind: 'question', question },
      { kind: 'question', question: { activity: 'ApproveActivity', userId: tiny.admin, name: 'Везём?' } },
    ],
  })
  const calling = await control('workflow-templates', {
    name: 'Действие',
    documentType: dealType,
    steps: [{ kind: 'program', code: 'kept' }],
  })
  const approving = await control('workflow-templates', {
    name: 'Согласование',
    documentType: dealType,
    steps: [{ kind: 'question', question: { ...question, activity: 'ApproveActivity' } }],
  })
  const start = async (template: { id: number }): Promise<unknown> =>
    (await ask('bizproc.workflow.start', { TEMPLATE_ID: template.id, DOCUMENT_ID: document })).body.result
  const [doomed, killed] = [await start(asking), await start(asking)]
  await start(asking)
  await start(approving)
  await start(calling)
  await start(calling)
  await sandbox.portal.idle()
  const tokens = listener.received.map((form) => form.get('event_token'))
  await listener.close()
  const template = { DOCUMENT_TYPE: dealType, NAME: 'Из файла', TEMPLATE_DATA: ['a.bpt', 'YQ=='] }
  const own = (await ask('bizproc.workflow.template.add', template)).body.result
  const spare = (await ask('bizproc.workflow.template.add', template)).body.result
  const questions = (await ask('bizproc.task.list', { SELECT: ['ID'], ORDER: { ID: 'ASC' } })).body.result as {
    ID: string
  }[]
  return {
    'bizproc.robot.add': program('new'),
    'bizproc.robot.list': {},
    'bizproc.robot.update': { CODE: 'kept', FIELDS: { NAME: 'Иначе' } },
    'bizproc.robot.delete': { CODE: 'gone' },
    'bizproc.activity.add': program('new'),
    'bizproc.activity.list': {},
    'bizproc.activity.update': { CODE: 'kept', FIELDS: { NAME: 'Иначе' } },
    'bizproc.activity.delete': { CODE: 'gone' },
    'bizproc.activity.log': { EVENT_TOKEN: tokens[0], LOG_MESSAGE: 'Считаю' },
    'bizproc.event.send': { EVENT_TOKEN: tokens[1], RETURN_VALUES: { rate: 12_000 } },
    'bizproc.task.list': { SELECT: ['*'] },
    'bizproc.task.delegate': { TASK_IDS: [questions[0]?.ID], FROM_USER_ID: tiny.admin, TO_USER_ID: tiny.manager },
    'bizproc.task.complete': { TASK_ID: questions[1]?.ID, STATUS: 3, FIELDS: { carrier: 'ИП Сидоров' } },
    'bizproc.workflow.start': { TEMPLATE_ID: asking.id, DOCUMENT_ID: document },
    'bizproc.workflow.instances': {},
    'bizproc.workflow.terminate': { ID: doomed, STATUS: 'Хватит' },
    'bizproc.workflow.kill': { ID: killed },
    'bizproc.workflow.template.add': template,
    'bizproc.workflow.template.list': { SELECT: ['ID', 'NAME', 'USER_ID', 'SYSTEM_CODE'] },
    'bizproc.workflow.template.update': { ID: own, FIELDS: { NAME: 'Другое' } },
    'bizproc.workflow.template.delete': { ID: spare },
  }
}
