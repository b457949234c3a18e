import type { Activity, Card } from '../../state/activities.ts'
import { isSameCard, mayTouch } from '../cards.ts'
import { accessDenied, notFound } from '../errors.ts'
import type { Call } from '../method.ts'
import { toMap } from '../params.ts'
import { tell } from '../tell.ts'
import { removeActivity, updateActivity } from './write.ts'

/** The activity on that card, for one who sees the card. */
export function shownActivity(call: Call, card: Card, activityId: number): Activity {
  const activity = call.portal.state.activities.records.get(activityId)
  if (!activity?.cards.some((own) => isSameCard(own, card))) throw notFound()
  if (!mayTouch(call, card, 'read')) throw accessDenied()
  return activity
}

/**
 * A person presses something that an application has drawn; `path` leads to the action through the layout:
 * `footer/buttons/confirm`. The application is told, as its page on actions promises: which action, on which card, by
 * whom, and all of `actionParams`.
 */
export function pressActivity(call: Call, card: Card, activityId: number, path: string): void {
  const activity = shownActivity(call, card, activityId)
  const action = actionAt(activity, path)
  if (action['type'] !== 'restEvent') throw notFound('Action not found')
  tell(call, 'ONCRMTIMELINEITEMACTION', {
    ...toMap(action['actionParams']),
    id: action['id'],
    entityTypeId: card.entityTypeId,
    entityId: card.id,
    activityId,
    userId: call.caller.userId,
  })
}

/** What stands at the path: an action itself, or something that has one. */
export function actionAt(activity: Activity, path: string): Record<string, unknown> {
  const steps = path.split('/').filter(Boolean)
  let at: unknown = steps[0] === 'extra' ? activity.extraBlocks : activity.layout
  for (const step of steps[0] === 'extra' ? steps.slice(1) : steps) {
    const map = toMap(at)
    if (!Object.hasOwn(map, step)) throw notFound('Action not found')
    at = map[step]
  }
  return toMap(at)
}

/** A person ticks an activity off, or opens it again. */
export function setCompleted(call: Call, card: Card, activityId: number, isCompleted: boolean): void {
  const activity = shownActivity(call, card, activityId)
  if (!mayTouch(call, card, 'write')) throw accessDenied()
  if (activity.isCompleted !== isCompleted) updateActivity(call, activity, { isCompleted })
}

export function removeByHand(call: Call, card: Card, activityId: number): void {
  const activity = shownActivity(call, card, activityId)
  if (!mayTouch(call, card, 'write')) throw accessDenied()
  removeActivity(call, activity)
}
