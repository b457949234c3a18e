import { isMember } from '../rules/chats/dialogs.ts'
import { printDialog } from '../rules/chats/print.ts'
import { RestError } from '../rules/errors.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'imopenlines',
  run(call) {
    const chat = call.portal.state.chats.get(chatIdOf(call))
    const isAdmin = call.portal.rights.isAdmin(call.caller.userId)
    if (chat?.type !== 'lines' || !(isAdmin || isMember(chat, call.caller.userId)))
      throw new RestError(400, 'ACCESS_ERROR', 'You do not have access to the specified dialog')
    return { result: printDialog(call, chat) }
  },
}

/** A dialogue is named by its chat, its session, or by channel, line and the client's own numbers. */
function chatIdOf(call: Call): number {
  const { sessions } = call.portal.state.channels
  const given = toInteger(anyCase(call.params, 'CHAT_ID'))
  if (given !== null) return given
  const dialog = /^chat(\d+)$/.exec(toText(anyCase(call.params, 'DIALOG_ID')))
  if (dialog) return Number(dialog[1])
  const session = sessions.get(toInteger(anyCase(call.params, 'SESSION_ID')) ?? 0)
  if (session) return session.chatId
  const [code = '', line = '', chat = ''] = toText(anyCase(call.params, 'USER_CODE')).split('|')
  return sessions.marked(`outside/${code}/${line}/${chat}`)[0]?.chatId ?? 0
}
