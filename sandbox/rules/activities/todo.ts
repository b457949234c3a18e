import type { Activity, Card } from '../../state/activities.ts'
import { cardOf, isSameCard } from '../cards.ts'
import { invalidArgument, missingParameter, notFound, RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { requiredId, toInteger, toText } from '../params.ts'
import { parseInstant } from '../time.ts'
import { asList } from '../values.ts'
import { checkPerson, todo } from './access.ts'

/** The card of a to-do, which only who may change it may add to-dos to. */
export const todoCard = (call: Call): Card => cardOf(call, call.params, ['ownerTypeId', 'ownerId'], 'write')

/** The open to-do named by `id` on the card named beside it; `whenDone` is the code for one that is done. */
export function openTodo(call: Call, whenDone = 'CAN_NOT_UPDATE_COMPLETED_TODO'): Activity {
  const id = requiredId(call.params, 'id')
  const card = todoCard(call)
  const activity = call.portal.state.activities.records.get(id)
  const stands = activity?.providerId === todo && activity.cards.some((own) => isSameCard(own, card))
  if (!activity || !stands) throw notFound('Not found.')
  if (activity.isCompleted) throw new RestError(400, whenDone, 'Can not update completed todo')
  return activity
}

/** A moment that must be there. */
export function momentOf(call: Call, name: string): number {
  const raw = call.params[name]
  if (raw === undefined || raw === null || raw === '') throw missingParameter(name)
  const moment = parseInstant(toText(raw))
  if (moment === null) throw new RestError(400, 'WRONG_DATETIME_FORMAT', 'Wrong datetime format')
  return moment
}

/** What add and update have in common, of what was given. */
export function readTodo(call: Call): Partial<Activity> {
  const { params } = call
  const read: Partial<Activity> = { deadline: momentOf(call, 'deadline') }
  if (params['title'] !== undefined) read.subject = toText(params['title'])
  if (params['description'] !== undefined) read.description = toText(params['description'])
  if (params['responsibleId'] !== undefined) read.responsibleId = responsibleOf(call)
  if (params['pingOffsets'] !== undefined)
    read.pingOffsets = asList(params['pingOffsets']).map((one) => Number(one) || 0)
  if (params['colorId'] !== undefined) read.colorId = toText(params['colorId'])
  const parentId = toInteger(params['parentActivityId'])
  if (parentId !== null && parentId > 0) {
    if (!call.portal.state.activities.records.get(parentId))
      throw new RestError(400, 'ERROR_PARENT_ACTIVITY_RESTRICT', 'Parent activity not found')
    read.parentId = parentId
  }
  return read
}

export const responsibleOf = (call: Call): number =>
  checkPerson(call, requiredId(call.params, 'responsibleId'), () => invalidArgument('Responsible user not found'))

const colors = ['default', '1', '2', '3', '4', '5', '6', '7']

/** Throws for a colour that is none. */
export function colorOf(call: Call): string {
  const raw = call.params['colorId']
  if (raw === undefined || raw === null) throw missingParameter('colorId')
  const color = toText(raw)
  if (!colors.includes(color)) throw new RestError(400, 'CAN_NOT_UPDATE_WRONG_COLOR_TODO', 'Wrong color')
  return color
}
