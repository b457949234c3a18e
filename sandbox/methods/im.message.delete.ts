import { chatChanged } from '../rules/channels/chat-changes.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/chats/messages/im-message-delete.html */
export const method: Method = {
  scope: 'im',
  isWrite: true,
  run(call) {
    const { portal, caller, params } = call
    const id = toInteger(anyCase(params, 'MESSAGE_ID'))
    if (id === null || id <= 0) throw new RestError(400, 'MESSAGE_ID_ERROR', "Message ID can't be empty")
    const message = portal.state.messages.get(id)
    if (!message || message.authorId !== caller.userId)
      throw new RestError(400, 'CANT_EDIT_MESSAGE', 'You do not have access to this message')
    portal.state.messages.remove(id)
    const chat = portal.state.chats.get(message.chatId)
    if (chat) chatChanged(call, chat, 'deletion', message)
    return { result: true }
  },
}
