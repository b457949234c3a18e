import type { Task } from '../state/tasks.ts'
import { RestError } from './errors.ts'
import type { Call, Method } from './method.ts'
import { toInteger } from './params.ts'
import { printChangedTask } from './task-print.ts'
import { closeResults } from './task-results.ts'
import { completed, inProgress, maySee, taskChanged } from './tasks.ts'

/** A press that moves a task from one status to another. */
export interface Step {
  to: number
  from: number[]
  may: (call: Call, task: Task) => boolean
  /** What a task says that may not be moved so: most pages name 1048582, some 0. */
  refusal?: number
  /** Besides the statuses: whether this task can be moved so at all. */
  isOpen?: (task: Task) => boolean
}

const wrongTaskId = (): RestError => new RestError(400, 0, 'wrong task id')
const noTaskId = (): RestError =>
  new RestError(400, '100', 'CTaskItem All parameters in the constructor must have real class type')

/** A method that takes a task a step further. A task that is not there, or not his, is refused in the same words. */
export const stepMethod = (step: Step): Method => ({
  scope: 'task',
  isWrite: true,
  run(call) {
    const notAllowed = new RestError(400, step.refusal ?? 1_048_582, 'Action on the task is not allowed')
    const task = namedTask(call)
    if (!task || !step.may(call, task) || !step.from.includes(task.status) || step.isOpen?.(task) === false)
      throw notAllowed
    return { result: { task: printChangedTask(call, moveTask(call, task, step.to)) } }
  },
})

/** The task `taskId` names, null when it is not there or hidden. Throws for what is no number. */
export function namedTask(call: Call): Task | null {
  const raw = call.params['taskId']
  if (raw === undefined || raw === null) throw noTaskId()
  const id = toInteger(raw)
  if (id === null) throw wrongTaskId()
  const task = call.portal.state.tasks.get(id)
  return task && maySee(call, task) ? task : null
}

/** Puts the task into that status, closes it or opens it again, and tells the application. */
export function moveTask(call: Call, task: Task, status: number): Task {
  const now = Math.floor(call.portal.now() / 1000)
  const by = call.caller.userId
  const isClosed = status === completed
  const next: Task = {
    ...task,
    status,
    statusChanged: now,
    changed: now,
    changedBy: by,
    closed: isClosed ? now : null,
    closedBy: isClosed ? by : null,
    started: status === inProgress ? now : (task.started ?? null),
  }
  call.portal.state.tasks.save(next)
  if (isClosed) closeResults(call, task.id)
  taskChanged(call, 'UPDATE', task.id)
  return next
}
