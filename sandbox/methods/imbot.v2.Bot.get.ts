import { botRefusal, ownBots, printBot, printChatUser } from '../rules/channels/bots-v2.ts'
import type { Method } from '../rules/method.ts'
import { toInteger, toText } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-get.html */
export const method: Method = {
  scope: 'imbot',
  run(call) {
    const bots = ownBots(call)
    const id = toInteger(call.params['botId'])
    const code = toText(call.params['code'])
    if (id === null && code === '') throw botRefusal('PARAMS_REQUIRED', 'Required parameters are missing')
    const bot = bots.find((one) => (id === null ? one.code === code : one.userId === id))
    if (!bot) throw botRefusal('BOT_NOT_FOUND', 'Bot not found')
    const person = call.portal.users.get(bot.userId)
    return { result: { bot: printBot(call, bot), users: person ? [printChatUser(call, person)] : [] } }
  },
}
