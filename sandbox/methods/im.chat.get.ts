import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { entityMark } from '../state/chats.ts'

/** The chat about a card or another thing: null when there is none, or the caller is not in it. */
export const method: Method = {
  scope: 'im',
  run({ portal, caller, params }) {
    const entityType = toText(anyCase(params, 'ENTITY_TYPE'))
    const entityId = toText(anyCase(params, 'ENTITY_ID'))
    if (entityType === '') throw new RestError(400, 'ENTITY_TYPE_EMPTY', "Entity type can't be empty")
    if (entityId === '') throw new RestError(400, 'ENTITY_ID_EMPTY', "Entity ID can't be empty")
    const chat = portal.state.chats.marked(entityMark(entityType, entityId)).at(-1)
    return { result: chat?.userIds.includes(caller.userId) === true ? { ID: chat.id } : null }
  },
}
