import { ownBots, printBot, printChatUser } from '../rules/channels/bots-v2.ts'
import type { Method } from '../rules/method.ts'
import { toInteger, toMap, toText } from '../rules/params.ts'

const usual = 50

/** Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-list.html */
export const method: Method = {
  scope: 'imbot',
  run(call) {
    const type = toText(toMap(call.params['filter'])['type'])
    const bots = ownBots(call).filter((bot) => type === '' || bot.v2.type === type)
    const offset = Math.max(0, toInteger(call.params['offset']) ?? 0)
    const limit = Math.max(1, toInteger(call.params['limit']) ?? usual)
    const page = bots.slice(offset, offset + limit)
    const people = page.flatMap((bot) => call.portal.users.get(bot.userId) ?? [])
    return {
      result: {
        bots: page.map((bot) => printBot(call, bot)),
        users: people.map((person) => printChatUser(call, person)),
        hasNextPage: bots.length > offset + limit,
      },
    }
  },
}
