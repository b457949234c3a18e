import { chatOf, noAccess } from '../rules/chats/dialogs.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/chats/chat-users/im-chat-user-delete.html */
export const method: Method = {
  scope: 'im',
  isWrite: true,
  run(call) {
    const chat = chatOf(call)
    const userId = toInteger(anyCase(call.params, 'USER_ID'))
    if (userId === null || userId <= 0) throw new RestError(400, 'USER_ID_EMPTY', "User ID can't be empty")
    if (userId !== call.caller.userId && chat.ownerId !== call.caller.userId) throw noAccess()
    if (!chat.userIds.includes(userId)) throw noAccess()
    call.portal.state.chats.save({ ...chat, userIds: chat.userIds.filter((id) => id !== userId) })
    return { result: true }
  },
}
