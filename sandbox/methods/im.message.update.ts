import { chatChanged } from '../rules/channels/chat-changes.ts'
import { readExtra } from '../rules/chats/messages.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, isYes, toInteger, toText } from '../rules/params.ts'

const longestEdit = 3 * 86_400

/** The author's own message, while it is no older than three days; an empty text takes it away. */
export const method: Method = {
  scope: 'im',
  isWrite: true,
  run(call) {
    const { portal, caller, params } = call
    const id = toInteger(anyCase(params, 'MESSAGE_ID'))
    if (id === null || id <= 0) throw new RestError(400, 'MESSAGE_ID_ERROR', "Message ID can't be empty")
    const message = portal.state.messages.get(id)
    const isLate = message !== null && portal.now() / 1000 - message.created > longestEdit
    if (!message || message.authorId !== caller.userId || isLate)
      throw new RestError(400, 'CANT_EDIT_MESSAGE', 'Time has expired for modification or you do not have access')
    const chat = portal.state.chats.get(message.chatId)
    const text = anyCase(params, 'MESSAGE')
    readExtra(params, 'MENU')
    const [attach, keyboard] = [readExtra(params, 'ATTACH'), readExtra(params, 'KEYBOARD')]
    if (text !== undefined && toText(text).trim() === '') {
      portal.state.messages.remove(id)
      if (chat) chatChanged(call, chat, 'deletion', message)
      return { result: true }
    }
    const next = {
      ...message,
      text: text === undefined ? message.text : toText(text),
      attach: anyCase(params, 'ATTACH') === undefined ? message.attach : attach,
      keyboard: anyCase(params, 'KEYBOARD') === undefined ? message.keyboard : keyboard,
      isEdited: isYes(anyCase(params, 'IS_EDITED') ?? 'Y'),
    }
    portal.state.messages.save(next)
    if (chat) chatChanged(call, chat, 'update', next)
    return { result: true }
  },
}
