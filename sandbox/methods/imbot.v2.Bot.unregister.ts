import { botV2Of } from '../rules/channels/bots-v2.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-unregister.html */
export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  run(call) {
    const { portal, caller } = call
    const bot = botV2Of(call)
    portal.state.channels.bots.remove(bot.id)
    portal.state.people.setActive(bot.userId, false)
    for (const event of portal.state.channels.botEvents.marked(`user/${bot.userId}`))
      portal.state.channels.botEvents.remove(event.id)
    if (bot.v2.eventMode === 'webhook') {
      const event = 'ONIMBOTV2DELETE'
      const data = { bot: { id: bot.userId, code: bot.code } }
      portal.events.deliver(bot.v2.webhookUrl, event, { event, data }, caller.userId)
    }
    return { result: { result: true } }
  },
}
