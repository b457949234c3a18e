import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/outdated/bots/imbot-bot-list.html */
export const method: Method = {
  scope: 'imbot',
  appOnly: wrongAuthType,
  run({ portal }) {
    const rows = portal.state.channels.bots.list().map((bot) => {
      const person = portal.users.get(bot.userId)
      const name = person ? `${person.name} ${person.lastName}`.trim() : bot.code
      return [String(bot.userId), { ID: String(bot.userId), NAME: name, CODE: bot.code, OPENLINE: 'N' }]
    })
    return { result: rows.length === 0 ? [] : (Object.fromEntries(rows) as unknown) }
  },
}
