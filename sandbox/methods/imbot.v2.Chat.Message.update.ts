import { botV2Of, messageOfBot } from '../rules/channels/bots-v2.ts'
import { readExtra } from '../rules/chats/messages.ts'
import type { Method } from '../rules/method.ts'
import { requiredMap, toText } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-update.html */
export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  run(call) {
    const message = messageOfBot(call, botV2Of(call))
    const fields = requiredMap(call.params, 'fields')
    const text = fields['message']
    call.portal.state.messages.save({
      ...message,
      text: text === undefined ? message.text : toText(text),
      attach: fields['attach'] === undefined ? message.attach : readExtra(fields, 'ATTACH'),
      keyboard: fields['keyboard'] === undefined ? message.keyboard : readExtra(fields, 'KEYBOARD'),
      isEdited: true,
    })
    return { result: { result: true } }
  },
}
