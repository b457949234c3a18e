import { dialogOf } from '../rules/chats/dialogs.ts'
import { messagesOf } from '../rules/chats/messages.ts'
import { printMember, printMessage } from '../rules/chats/print.ts'
import { RestError } from '../rules/errors.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'

const usual = 20
const most = 50

/** The newest first; `LAST_ID` goes on to older ones, `FIRST_ID` to newer ones. */
export const method: Method = {
  scope: 'im',
  run(call) {
    const chat = dialogOf(call, 403)
    const [last, first] = [bound(call, 'LAST_ID'), bound(call, 'FIRST_ID')]
    const limit = Math.min(most, Math.max(1, toInteger(anyCase(call.params, 'LIMIT')) ?? usual))
    const all = messagesOf(call, chat)
    const found =
      first === null
        ? all.filter((message) => last === null || last === 0 || message.id < last).toReversed()
        : all.filter((message) => message.id > first)
    const messages = found.slice(0, limit)
    const authors = [...new Set(messages.map((message) => message.authorId))]
    const users = authors.flatMap((id) => call.portal.users.get(id) ?? [])
    return {
      result: {
        chat_id: chat.id,
        messages: messages.map(printMessage),
        users: users.map((person) => printMember(person, call.portal.now())),
        files: [],
      },
    }
  },
}

function bound(call: Call, name: 'LAST_ID' | 'FIRST_ID'): number | null {
  const raw = anyCase(call.params, name)
  if (raw === undefined || raw === null || raw === '') return null
  const id = toInteger(raw)
  if (id === null) throw new RestError(400, `${name}_STRING`, `${name} can't be string`)
  return id
}
