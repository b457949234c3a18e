import { botRefusal, botV2Of } from '../rules/channels/bots-v2.ts'
import { isMember, openPrivateChat, readDialogId } from '../rules/chats/dialogs.ts'
import { readExtra, replyTo, say } from '../rules/chats/messages.ts'
import type { Method } from '../rules/method.ts'
import { isYes, toMap, toText } from '../rules/params.ts'

const longest = 20_000
const cutMark = ' (...)'

/** Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-send.html */
export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  run(call) {
    const bot = botV2Of(call)
    const target = readDialogId(call.params['dialogId'])
    const { portal } = call
    const chat =
      target && 'userId' in target && portal.users.get(target.userId)
        ? openPrivateChat(call, bot.userId, target.userId)
        : target && 'chatId' in target
          ? portal.state.chats.get(target.chatId)
          : null
    if (!chat || !isMember(chat, bot.userId)) throw botRefusal('ACCESS_DENIED', 'Access denied', 403)
    const fields = toMap(call.params['fields'])
    const [attach, keyboard] = [readExtra(fields, 'ATTACH'), readExtra(fields, 'KEYBOARD')]
    const text = toText(fields['message'])
    if (text.trim() === '' && attach === null) throw botRefusal('EMPTY_MESSAGE', 'Message is empty')
    const isSystem = isYes(fields['system'])
    const message = say(call, chat, text.length > longest ? text.slice(0, longest) + cutMark : text, {
      attach,
      keyboard,
      authorId: isSystem ? 0 : bot.userId,
      replyTo: replyTo(call, chat, fields['replyId']),
    })
    return { result: { id: message.id, uuidMap: {} } }
  },
}
