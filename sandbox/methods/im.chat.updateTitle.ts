import { chatOf, dialogOf } from '../rules/chats/dialogs.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'im',
  isWrite: true,
  run(call) {
    const chat = anyCase(call.params, 'DIALOG_ID') === undefined ? chatOf(call) : dialogOf(call)
    if (chat.type === 'private') throw new RestError(400, 'DIALOG_ID_EMPTY', "Dialog ID can't be empty")
    const title = toText(anyCase(call.params, 'TITLE')).trim()
    if (title === '') throw new RestError(400, 'TITLE_EMPTY', "Title can't be empty")
    call.portal.state.chats.save({ ...chat, title })
    return { result: true }
  },
}
