import type { Activity } from '../../state/activities.ts'
import { isSameCard, mayTouch } from '../cards.ts'
import { accessDenied, notFound, RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { requiredId } from '../params.ts'

export const configurable = 'CONFIGURABLE_REST_APP'
export const todo = 'CRM_TODO'
export const todoType = todo.slice('CRM_'.length)
/** An activity that opens the application when it is pressed. */
export const restApp = 'REST_APP'

export const wrongContext = (): RestError =>
  new RestError(400, 'ERROR_WRONG_CONTEXT', 'The method can only be called in the context of a REST application')

/** Whether the caller may see or change an activity: what he may do with one of its cards. */
export const mayTouchActivity = (call: Call, activity: Activity, action: 'read' | 'write'): boolean =>
  activity.cards.some((card) => mayTouch(call, card, action))

/** The activity the parameter names. Throws NOT_FOUND or ACCESS_DENIED. */
export function activityOf(call: Call, name: string, action: 'read' | 'write'): Activity {
  const activity = call.portal.state.activities.records.get(requiredId(call.params, name))
  if (!activity) throw notFound('Not found.')
  if (!mayTouchActivity(call, activity, action)) throw accessDenied()
  return activity
}

/** The activity, provided that it stands on the card that two other parameters name. */
export function activityOnCard(call: Call, card: Activity['cards'][number], name = 'activityId'): Activity {
  const activity = activityOf(call, name, 'read')
  if (!activity.cards.some((own) => isSameCard(own, card))) throw notFound('Not found.')
  return activity
}

/** A person by his number, or the vendor's complaint. */
export function checkPerson(call: Call, id: number | null, refusal: () => RestError): number {
  if (id === null || !call.portal.users.get(id)) throw refusal()
  return id
}
