import { tiny } from './tiny-seed.ts'
import type { Ask } from './working-requests.ts'

/** A request for each method of tasks, their comments and results. */
export async function taskRequests(ask: Ask): Promise<Record<string, Record<string, unknown>>> {
  const add = async (more: Record<string, unknown> = {}): Promise<number> => {
    const fields = { TITLE: 'Проверить', RESPONSIBLE_ID: 2, DEADLINE: '2025-12-31', ...more }
    const made = await ask('tasks.task.add', { fields })
    return Number((made.body.result as { task: { id: string } }).task.id)
  }
  const inStatus = (STATUS: number) => add({ STATUS, TASK_CONTROL: 'Y' })
  const talked = await add({ UF_CRM_TASK: ['L_5'], AUDITORS: [tiny.manager] })
  const say = async (): Promise<number> =>
    Number(
      (await ask('task.commentitem.add', { TASKID: talked, FIELDS: { POST_MESSAGE: 'Отправил [B]счёт[/B]' } })).body
        .result,
    )
  const [kept, pinned, unpinned, doomed] = [await say(), await say(), await say(), await say()]
  for (const commentId of [pinned, unpinned]) await ask('tasks.task.result.addFromComment', { commentId })
  const item = (ITEMID: number) => ({ TASKID: talked, ITEMID })
  return {
    'task.commentitem.add': { TASKID: talked, FIELDS: { POST_MESSAGE: 'Жду ответа' } },
    'task.commentitem.get': item(kept),
    'task.commentitem.getlist': { TASKID: talked, ORDER: { POST_DATE: 'asc' }, FILTER: { '>=ID': kept } },
    'task.commentitem.update': { ...item(kept), FIELDS: { POST_MESSAGE: 'Отправил счёт и акт' } },
    'task.commentitem.delete': item(doomed),
    'tasks.task.add': { fields: { TITLE: 'Позвонить', RESPONSIBLE_ID: 2, DEADLINE: '2025-12-31' } },
    'tasks.task.list': {},
    'tasks.task.get': { taskId: talked },
    'tasks.task.update': { taskId: talked, fields: { TITLE: 'Проверить ещё' } },
    'tasks.task.start': { taskId: await add() },
    'tasks.task.pause': { taskId: await inStatus(3) },
    'tasks.task.defer': { taskId: await add() },
    'tasks.task.renew': { taskId: await inStatus(5) },
    'tasks.task.approve': { taskId: await inStatus(4) },
    'tasks.task.disapprove': { taskId: await inStatus(4) },
    'tasks.task.delegate': { taskId: await add(), userId: tiny.logist },
    'tasks.task.result.addFromComment': { commentId: kept },
    'tasks.task.result.list': { taskId: talked },
    'tasks.task.result.deleteFromComment': { commentId: unpinned },
    'tasks.task.complete': { taskId: talked },
    'tasks.task.delete': { taskId: await add() },
  }
}
