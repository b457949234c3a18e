import { argumentText } from '../rules/channels/arguments.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'
import { cardWord } from '../state/channels.ts'

export const method: Method = {
  scope: 'imopenlines',
  run(call) {
    const type = argumentText(call, 'CRM_ENTITY_TYPE')
    const id = toInteger(anyCase(call.params, 'CRM_ENTITY')) ?? 0
    const last = call.portal.state.channels.sessions.marked(`card/${cardWord(type, id)}`).at(-1)
    if (id <= 0 || !last) throw new RestError(400, 'CRM_CHAT_EMPTY_CRM_DATA', 'Empty CRM data')
    return { result: last.chatId }
  },
}
