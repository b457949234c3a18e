import { botV2Of } from '../rules/channels/bots-v2.ts'
import type { Method } from '../rules/method.ts'
import { toInteger } from '../rules/params.ts'
import { formatInstant } from '../rules/time.ts'

const usual = 100
const most = 1000

/**
 * What waits for a bot that fetches; everything below `offset` is confirmed and gone.
 * Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/events/event-get.html
 */
export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  run(call) {
    const bot = botV2Of(call)
    const { botEvents } = call.portal.state.channels
    const offset = toInteger(call.params['offset'])
    const waiting = botEvents.marked(`user/${bot.userId}`)
    if (offset !== null) for (const event of waiting) if (event.id < offset) botEvents.remove(event.id)
    const left = waiting.filter((event) => offset === null || event.id >= offset)
    const limit = Math.min(most, Math.max(1, toInteger(call.params['limit']) ?? usual))
    const page = left.slice(0, limit)
    return {
      result: {
        events: page.map(({ id, type, created, data }) => ({ eventId: id, type, date: formatInstant(created), data })),
        nextOffset: (page.at(-1)?.id ?? (offset ?? 1) - 1) + 1,
        hasMore: left.length > limit,
      },
    }
  },
}
