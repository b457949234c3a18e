import { botOf } from '../rules/channels/bots.ts'
import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/outdated/bots/imbot-unregister.html */
export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { portal } = call
    const bot = botOf(call)
    portal.state.channels.bots.remove(bot.id)
    portal.state.people.setActive(bot.userId, false)
    const data = { BOT_ID: bot.userId, BOT_CODE: bot.code }
    const fields = { event: 'ONIMBOTDELETE', event_handler_id: bot.id, data }
    portal.events.deliver(bot.handlers.removal, 'ONIMBOTDELETE', fields, call.caller.userId)
    return { result: true }
  },
}
