import type { Coverage, Deviation } from './coverage.ts'
import { allFull, full, partial } from './coverage-rows.ts'

const noTaskExtras = 'no checklists, groups and time tracking'

/** Tasks, what is said about them and what came of them. */
export const coverageTasks: Coverage[] = [
  ...allFull('task.commentitem', 'add', 'delete', 'get', 'getlist', 'update'),
  partial('tasks.task.add', noTaskExtras),
  ...allFull(
    'tasks.task',
    'approve',
    'complete',
    'defer',
    'delegate',
    'delete',
    'disapprove',
    'pause',
    'renew',
    'start',
  ),
  partial('tasks.task.get', noTaskExtras),
  partial('tasks.task.list', `${noTaskExtras}; counters and timers are absent`),
  ...allFull('tasks.task.result', 'addFromComment', 'deleteFromComment'),
  full('tasks.task.result.list'),
  partial('tasks.task.update', noTaskExtras),
]

/** Where these are knowingly unlike the documentation's examples. */
export const deviationsTasks: Deviation[] = [
  {
    method: 'tasks.task.get',
    paths: ['result.task.ufTaskWebdavFiles'],
    reason: 'a task has no files here, and an empty multiple field is false',
  },
  {
    method: 'tasks.task.list',
    paths: [
      'result.tasks[].lengthDeadline',
      'result.tasks[].taskRequireResult',
      'result.tasks[].taskHasOpenResult',
      'result.tasks[].taskHasResult',
      'result.tasks[].timeElapsed',
      'result.tasks[].timerIsRunningForCurrentUser',
      'result.tasks[].parsedDescription',
      'result.tasks[].counter',
    ],
    reason: 'counters and timers are not kept',
  },
]
