import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

/** Opens a chat; people this portal does not know are left out. */
export const method: Method = {
  scope: 'im',
  isWrite: true,
  run({ portal, caller, params }) {
    const invited = asList(anyCase(params, 'USERS'))
      .map((id) => toInteger(id) ?? 0)
      .filter((id) => portal.users.get(id) !== null)
    const id = portal.state.meta.nextId('chat')
    portal.state.chats.add({
      id,
      title: toText(anyCase(params, 'TITLE')) || `Chat ${id}`,
      ownerId: caller.userId,
      entityType: toText(anyCase(params, 'ENTITY_TYPE')),
      entityId: toText(anyCase(params, 'ENTITY_ID')),
      userIds: [...new Set([caller.userId, ...invited])],
    })
    return { result: id }
  },
}
