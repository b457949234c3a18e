import { botV2Of, messageOfBot } from '../rules/channels/bots-v2.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-delete.html */
export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  run(call) {
    call.portal.state.messages.remove(messageOfBot(call, botV2Of(call)).id)
    return { result: { result: true } }
  },
}
