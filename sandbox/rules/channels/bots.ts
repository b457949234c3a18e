import { isForeign } from '../own-application.ts'
import type { Bot } from '../../state/channels.ts'
import type { Chat, Message } from '../../state/chats.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, toText } from '../params.ts'

/** The bot that `BOT_ID` names; the only one where none is named. */
export function botOf(call: Call): Bot {
  const { bots } = call.portal.state.channels
  const id = toInteger(anyCase(call.params, 'BOT_ID'))
  const all = bots.list()
  const found = id === null ? (all.length === 1 ? all[0] : undefined) : bots.marked(`user/${id}`)[0]
  if (!found) throw new RestError(400, 'BOT_ID_ERROR', 'Bot not found')
  if (isForeign(call.caller, found.clientId))
    throw new RestError(400, 'APP_ID_ERROR', 'Bot was installed by another REST application')
  return found
}

/** Bots in a chat hear what people write there; what bots write nobody answers. */
export function botsHear(call: Call, chat: Chat, message: Message): void {
  const { portal } = call
  if (portal.state.channels.bots.marked(`user/${message.authorId}`).length > 0) return
  const person = portal.users.get(message.authorId)
  for (const userId of chat.userIds) {
    const [bot] = portal.state.channels.bots.marked(`user/${userId}`)
    if (!bot || !person) continue
    const isPrivate = chat.type === 'private'
    const dialogId = isPrivate ? String(message.authorId) : `chat${chat.id}`
    portal.events.deliver(
      bot.handlers.message,
      'ONIMBOTMESSAGEADD',
      {
        event: 'ONIMBOTMESSAGEADD',
        event_handler_id: bot.id,
        data: {
          BOT: { [bot.userId]: { BOT_ID: bot.userId, BOT_CODE: bot.code } },
          PARAMS: {
            MESSAGE: message.text,
            TEMPLATE_ID: '',
            MESSAGE_TYPE: isPrivate ? 'P' : 'C',
            FROM_USER_ID: message.authorId,
            DIALOG_ID: dialogId,
            TO_CHAT_ID: chat.id,
            AUTHOR_ID: message.authorId,
            SYSTEM: 'N',
            TO_USER_ID: bot.userId,
            MESSAGE_ID: message.id,
            CHAT_TYPE: isPrivate ? 'P' : 'C',
            CHAT_USER_COUNT: chat.userIds.length,
            LANGUAGE: portal.language,
          },
          USER: {
            ID: person.id,
            NAME: `${person.name} ${person.lastName}`.trim(),
            FIRST_NAME: person.name,
            LAST_NAME: person.lastName,
            WORK_POSITION: person.workPosition,
            GENDER: person.gender || 'M',
            IS_BOT: 'N',
            IS_CONNECTOR: 'N',
            IS_NETWORK: 'N',
            IS_EXTRANET: 'N',
          },
        },
      },
      message.authorId,
    )
  }
}

/** A handler's address; the general one stands in for those that are not given. */
export function botHandler(call: Call, name: string, code: string): string {
  const address = toText(anyCase(call.params, name)) || toText(anyCase(call.params, 'EVENT_HANDLER'))
  if (address === '') throw new RestError(400, code, "Handler isn't specified")
  if (!/^https?:\/\/[^/]+\./i.test(address)) throw new RestError(400, code, 'Wrong handler URL')
  return address
}

/** A handler that need not be given; the general one stands in for it. */
export function optionalHandler(call: Call, name: string): string {
  const isGiven = toText(anyCase(call.params, name)) !== '' || toText(anyCase(call.params, 'EVENT_HANDLER')) !== ''
  return isGiven ? botHandler(call, name, `${name}_ERROR`) : ''
}
