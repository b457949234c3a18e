import { argumentId, argumentText, lineCard } from '../rules/channels/arguments.ts'
import { operatorSays } from '../rules/channels/lines.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { cardWord } from '../state/channels.ts'

/** Writes to the client in the name of an employee who is in the chat. */
export const method: Method = {
  scope: 'imopenlines',
  isWrite: true,
  run(call) {
    const { state, rights } = call.portal
    const card = lineCard(call)
    const userId = argumentId(call, 'USER_ID')
    const chatId = argumentId(call, 'CHAT_ID')
    const text = argumentText(call, 'MESSAGE')
    const session = state.channels.sessions
      .marked(`card/${cardWord(card.type, card.id)}`)
      .find((one) => one.chatId === chatId)
    const chat = state.chats.get(chatId)
    if (!session || !chat)
      throw new RestError(400, 'CHAT_NOT_IN_CRM', 'Chat does not belong to the CRM entity being checked')
    if (userId !== call.caller.userId && !rights.isAdmin(call.caller.userId))
      throw new RestError(403, 'ACCESS_DENIED', 'You do not have access to the specified dialog')
    if (!chat.userIds.includes(userId)) throw new RestError(400, 'CANCELED', 'The user is not in the chat')
    return { result: operatorSays(call, session, chat, text, userId).id }
  },
}
