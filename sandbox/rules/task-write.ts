import type { Task } from '../state/tasks.ts'
import { RestError } from './errors.ts'
import type { Call } from './method.ts'
import { isYes, toInteger, toText, type Params } from './params.ts'
import { parseInstant } from './time.ts'
import { asList } from './values.ts'

/** The module's own refusal: one code for everything, the words end with a line break. */
const taskError = (text: string): RestError => new RestError(400, 'ERROR_CORE', `${text}<br>`)

/** The task with the caller's fields (upper case) put over it. Throws ERROR_CORE for what a task cannot be. */
export function withFields(call: Call, task: Task, fields: Params): Task {
  const next = { ...task }
  const upper = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toUpperCase(), value]))
  const has = (name: string): boolean => upper[name] !== undefined
  if (has('TITLE')) next.title = toText(upper['TITLE']).trim()
  if (has('DESCRIPTION')) next.description = toText(upper['DESCRIPTION'])
  if (has('STATUS')) next.status = oneOf(upper['STATUS'], [2, 3, 4, 5, 6], 'Task status is invalid')
  if (has('PRIORITY')) next.priority = oneOf(upper['PRIORITY'], [0, 1, 2], 'Task priority is invalid')
  if (has('CREATED_BY')) next.createdBy = person(call, upper['CREATED_BY'], 'Task creator was not found')
  if (has('RESPONSIBLE_ID')) next.responsibleId = person(call, upper['RESPONSIBLE_ID'], 'Task assignee was not found')
  if (has('ACCOMPLICES')) next.accomplices = people(call, upper['ACCOMPLICES'])
  if (has('AUDITORS')) next.auditors = people(call, upper['AUDITORS'])
  if (has('GROUP_ID')) next.groupId = toInteger(upper['GROUP_ID']) ?? 0
  if (has('PARENT_ID')) next.parentId = parent(call, task.id, upper['PARENT_ID'])
  if (has('DEADLINE')) next.deadline = moment(upper['DEADLINE'])
  if (has('START_DATE_PLAN')) next.startPlan = moment(upper['START_DATE_PLAN'])
  if (has('END_DATE_PLAN')) next.endPlan = moment(upper['END_DATE_PLAN'])
  if (has('UF_CRM_TASK')) next.crm = bindings(upper['UF_CRM_TASK'])
  if (has('TASK_CONTROL')) next.isControlled = isYes(upper['TASK_CONTROL'])
  if (has('TAGS')) next.tags = asList(upper['TAGS']).map(toText).filter(Boolean)
  if (next.title === '') throw taskError('Task title is not specified')
  if (next.startPlan !== null && next.endPlan !== null && next.endPlan < next.startPlan)
    throw taskError('The planned end date is earlier than the start date')
  return next
}

export const assigneeMissing = (): RestError => taskError('Task assignee is not specified')

function oneOf(raw: unknown, allowed: number[], refusal: string): number {
  const value = toInteger(raw)
  if (value === null || !allowed.includes(value)) throw taskError(refusal)
  return value
}

function person(call: Call, raw: unknown, refusal: string): number {
  const id = toInteger(raw)
  if (id === null || !call.portal.users.get(id)) throw taskError(refusal)
  return id
}

const people = (call: Call, raw: unknown): number[] =>
  asList(raw).map((id) => person(call, id, 'Task participant was not found'))

function parent(call: Call, id: number, raw: unknown): number | null {
  const parentId = toInteger(raw) ?? 0
  if (parentId === 0) return null
  if (parentId === id) throw taskError('Cannot bind the node to itself')
  if (!call.portal.state.tasks.get(parentId)) throw taskError('The parent task was not found')
  return parentId
}

function moment(raw: unknown): number | null {
  const text = toText(raw)
  if (text === '') return null
  const seconds = parseInstant(text)
  if (seconds === null) throw taskError('Incorrect date')
  return seconds
}

/** What is no card is dropped without a word. */
const bindings = (raw: unknown): string[] =>
  asList(raw)
    .map(toText)
    .filter((text) => /^(?:L|D|C|CO|SI|T[0-9a-f]+)_\d+$/.test(text))
