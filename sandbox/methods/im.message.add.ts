import { tellBots } from '../rules/channels/bot-news.ts'
import { isMember, openPrivateChat, readDialogId } from '../rules/chats/dialogs.ts'
import { readExtra, replyOf, say, textOf } from '../rules/chats/messages.ts'
import { RestError } from '../rules/errors.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, isYes, toText } from '../rules/params.ts'
import type { Chat } from '../state/chats.ts'

export const method: Method = {
  scope: 'im',
  isWrite: true,
  run(call) {
    const { params } = call
    const attach = readExtra(params, 'ATTACH')
    const keyboard = readExtra(params, 'KEYBOARD')
    readExtra(params, 'MENU')
    const chat = target(call)
    const text = textOf(params, attach !== null)
    const authorId = isYes(anyCase(params, 'SYSTEM')) && chat.type !== 'private' ? 0 : call.caller.userId
    const message = say(call, chat, text, { attach, keyboard, authorId, replyTo: replyOf(call, chat) })
    tellBots(call, chat, 'message', message)
    return { result: message.id }
  },
}

/** A chat, or the dialogue with a colleague, which opens with its first message. */
function target(call: Call): Chat {
  const { portal, caller, params } = call
  const chatId = anyCase(params, 'CHAT_ID')
  const raw =
    anyCase(params, 'DIALOG_ID') ??
    anyCase(params, 'USER_ID') ??
    (chatId === undefined ? undefined : `chat${toText(chatId)}`)
  if (raw === undefined) throw new RestError(400, 'PARAMS_ERROR', 'Incorrect params')
  if (toText(raw) === '') throw new RestError(400, 'USER_ID_EMPTY', "User ID can't be empty")
  const dialog = readDialogId(raw)
  if (!dialog) throw new RestError(400, 'CHAT_ID', 'Incorrect chat ID')
  if ('userId' in dialog) {
    if (portal.users.get(dialog.userId)?.active !== true)
      throw new RestError(400, 'USER_NOT_FOUND', 'The user specified is not found')
    return openPrivateChat(call, caller.userId, dialog.userId)
  }
  const chat = portal.state.chats.get(dialog.chatId)
  if (!chat || !isMember(chat, caller.userId))
    throw new RestError(400, 'ACCESS_ERROR', 'You do not have access to the specified dialog')
  return chat
}
