import type { Task } from '../state/tasks.ts'
import { missingParameter, RestError } from './errors.ts'
import type { Call } from './method.ts'
import { required, toInteger, toText, type Params } from './params.ts'

export const waiting = 2
export const inProgress = 3
export const awaitingControl = 4
export const completed = 5
export const deferred = 6
const average = 1

/** A task nobody has filled yet. `created` is in seconds. */
export const newTask = (id: number, userId: number, created: number): Task => ({
  id,
  title: '',
  description: '',
  status: waiting,
  priority: average,
  createdBy: userId,
  responsibleId: userId,
  accomplices: [],
  auditors: [],
  groupId: 0,
  parentId: null,
  deadline: null,
  startPlan: null,
  endPlan: null,
  crm: [],
  tags: [],
  created,
  changed: created,
  changedBy: userId,
  statusChanged: created,
  closed: null,
  closedBy: null,
})

const letters: Record<number, string> = { 1: 'L', 2: 'D', 3: 'C', 4: 'CO' }

/** How a task names a card: `D_10`, `T40c_6` (the type's number in hexadecimal). */
export const toBinding = (card: { entityTypeId: number; id: number }): string =>
  `${letters[card.entityTypeId] ?? `T${card.entityTypeId.toString(16)}`}_${card.id}`

/** Creator, assignee, participants, observers and administrators see a task. */
export function maySee(call: Call, task: Task): boolean {
  const { userId } = call.caller
  if (call.portal.rights.isAdmin(userId)) return true
  return [task.createdBy, task.responsibleId, ...task.accomplices, ...task.auditors].includes(userId)
}

/** Changing is for the creator and the assignee. */
export const mayChange = (call: Call, task: Task): boolean =>
  call.portal.rights.isAdmin(call.caller.userId) || [task.createdBy, task.responsibleId].includes(call.caller.userId)

/** `taskId`, or `id` as older callers write it. Throws for none and for what is no positive number. */
export function taskIdOf(params: Params): number {
  const raw = params['taskId'] ?? params['id']
  if (raw === undefined || raw === null) throw missingParameter('taskId')
  const id = toInteger(raw)
  if (id === null)
    throw new RestError(
      400,
      '100',
      `Invalid value {${toText(raw).slice(0, 40)}} to match with parameter {taskId}. Should be value of type int.`,
    )
  if (id <= 0) throw taskNotFound()
  return id
}

/** The task, for one who may change it. */
export function changeableTask(call: Call): Task {
  required(call.params, call.params['taskId'] === undefined && call.params['id'] !== undefined ? 'id' : 'taskId')
  const task = call.portal.state.tasks.get(taskIdOf(call.params))
  if (!task || !maySee(call, task)) throw taskNotFound()
  if (!mayChange(call, task)) throw new RestError(400, 0, 'Action on the task is not allowed')
  return task
}

const taskNotFound = (): RestError => new RestError(400, 0, 'Task not found or access denied')

/** Beginning, pausing and putting off is for those who work on it as well. */
export const mayWork = (call: Call, task: Task): boolean =>
  mayChange(call, task) || task.accomplices.includes(call.caller.userId)

/** The creator, whose word ends a task under control. */
export const mayJudge = (call: Call, task: Task): boolean =>
  call.portal.rights.isAdmin(call.caller.userId) || task.createdBy === call.caller.userId

/** Tells the application: both sides name the task, the missing one is the word `undefined`. */
export function taskChanged(call: Call, action: 'ADD' | 'UPDATE' | 'DELETE', id: number): void {
  const side = (isThere: boolean): unknown => (isThere ? { ID: id } : 'undefined')
  call.portal.events.fire({
    name: `ONTASK${action}`,
    data: {
      FIELDS_BEFORE: side(action !== 'ADD'),
      FIELDS_AFTER: side(action !== 'DELETE'),
      IS_ACCESSIBLE_BEFORE: action === 'ADD' ? 'undefined' : 'N',
      IS_ACCESSIBLE_AFTER: action === 'DELETE' ? 'N' : 'undefined',
    },
    userId: call.caller.userId,
    connector: call.request.connector,
  })
}
