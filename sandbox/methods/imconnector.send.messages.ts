import { argumentId, argumentText } from '../rules/channels/arguments.ts'
import { connectorOf, isActive } from '../rules/channels/connectors.ts'
import { clientSays } from '../rules/channels/lines.ts'
import { emptyArgument, RestError, wrongAuthType } from '../rules/errors.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, toMap, toText, type Params } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

/** What clients have written, from outside into the portal. */
export const method: Method = {
  scope: 'imopenlines',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    argumentText(call, 'CONNECTOR')
    const line = argumentId(call, 'LINE')
    const messages = asList(anyCase(call.params, 'MESSAGES'))
    if (messages.length === 0) throw emptyArgument('MESSAGES')
    const { code } = connectorOf(call)
    if (!isActive(call, code, line)) throw new RestError(400, 'NOT_ACTIVE_LINE', 'The line is not active')
    const taken = messages.map((entry) => takeIn(call, code, line, toMap(entry)))
    return { result: { SUCCESS: true, DATA: { RESULT: taken } } }
  },
}

function takeIn(call: Call, code: string, line: number, entry: Params): Record<string, unknown> {
  const [user, message, chat] = ['user', 'message', 'chat'].map((name) => toMap(entry[name]))
  const word = (map: Params | undefined, name: string): string => toText(map?.[name])
  if (word(user, 'id') === '') throw emptyArgument('MESSAGES[][user][id]')
  if (word(chat, 'id') === '') throw emptyArgument('MESSAGES[][chat][id]')
  const name = `${word(user, 'name')} ${word(user, 'last_name')}`.trim()
  const { session } = clientSays(call, {
    code,
    line,
    user: { id: word(user, 'id'), name, phone: word(user, 'phone') },
    chat: { id: word(chat, 'id'), name: word(chat, 'name') },
    text: word(message, 'text'),
    isForCrm: word(message, 'disable_crm') !== 'Y',
  })
  return {
    user: String(session.chatId),
    message: {
      id: word(message, 'id'),
      date: toMap({ value: message?.['date'] }),
      text: word(message, 'text'),
      files: [],
    },
    chat: { id: word(chat, 'id'), name: word(chat, 'name'), description: '' },
    extra: { skip_phone_validate: word(user, 'skip_phone_validate') || 'N', disable_tracker: 'N' },
    SUCCESS: true,
    session: { ID: String(session.id), CHAT_ID: String(session.chatId) },
  }
}
