import { botsJoin } from '../rules/channels/bot-news.ts'
import { chatOf } from '../rules/chats/dialogs.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

export const method: Method = {
  scope: 'im',
  isWrite: true,
  run(call) {
    const chat = chatOf(call)
    const known = asList(anyCase(call.params, 'USERS'))
      .map((id) => toInteger(id) ?? 0)
      .filter((id) => call.portal.users.get(id)?.active === true)
    call.portal.state.chats.save({ ...chat, userIds: [...new Set([...chat.userIds, ...known])] })
    botsJoin(
      call,
      chat,
      known.filter((id) => !chat.userIds.includes(id)),
    )
    return { result: true }
  },
}
