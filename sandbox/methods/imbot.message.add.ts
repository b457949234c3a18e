import { botOf } from '../rules/channels/bots.ts'
import { openPrivateChat, readDialogId } from '../rules/chats/dialogs.ts'
import { readExtra, say, textOf } from '../rules/chats/messages.ts'
import { RestError, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { portal, params } = call
    const bot = botOf(call)
    const attach = readExtra(params, 'ATTACH')
    const keyboard = readExtra(params, 'KEYBOARD')
    readExtra(params, 'MENU')
    const raw = anyCase(params, 'DIALOG_ID') ?? anyCase(params, 'TO_USER_ID')
    const target = readDialogId(raw)
    if (toText(raw) === '' || !target) throw new RestError(400, 'DIALOG_ID_EMPTY', "Dialog ID can't be empty")
    const text = textOf(params, attach !== null)
    const chat =
      'chatId' in target ? portal.state.chats.get(target.chatId) : openPrivateChat(call, bot.userId, target.userId)
    if (!chat) throw new RestError(400, 'WRONG_REQUEST', 'Message is not added')
    return { result: say(call, chat, text, { attach, keyboard, authorId: bot.userId }).id }
  },
}
