import { activityOf } from '../rules/activities/access.ts'
import { updateActivity } from '../rules/activities/write.ts'
import { cardOf, isSameCard } from '../rules/cards.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { params } = call
    const activity = activityOf(call, 'activityId', 'write')
    const [fromType, fromId, toType, toId] = [
      'sourceEntityTypeId',
      'sourceEntityId',
      'targetEntityTypeId',
      'targetEntityId',
    ].map((name) => requiredId(params, name))
    if (fromType !== toType)
      throw refuse('SOURCE_AND_TARGET_ENTITY_TYPES_ARE_NOT_EQUAL_ERROR', 'The types of both items must be the same')
    if (fromId === toId) throw refuse('SOURCE_AND_TARGET_ENTITY_ID_ARE_EQUAL_ERROR', 'The items must not be the same')
    const source = cardOf(call, params, ['sourceEntityTypeId', 'sourceEntityId'], 'write')
    const target = cardOf(call, params, ['targetEntityTypeId', 'targetEntityId'], 'write')
    const at = activity.cards.findIndex((card) => isSameCard(card, source))
    if (at < 0) throw refuse('BINDING_NOT_FOUND', 'Binding not found')
    if (activity.cards.some((card) => isSameCard(card, target)))
      throw refuse('ACTIVITY_IS_ALREADY_BOUND', 'Activity is already bound to this item')
    updateActivity(call, activity, { cards: activity.cards.with(at, target) })
    return { result: true }
  },
}

const refuse = (code: string, description: string): RestError => new RestError(400, code, description)
