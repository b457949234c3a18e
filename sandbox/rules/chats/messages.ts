import { chatMark, type Chat, type Message } from '../../state/chats.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, toText, type Params } from '../params.ts'

const mostBytes = 60_000

/** What hangs on a message: maps, or their JSON. Throws `<NAME>_ERROR` for what is neither, `_OVERSIZE` for too much. */
export function readExtra(params: Params, name: 'ATTACH' | 'KEYBOARD' | 'MENU'): unknown {
  const raw = anyCase(params, name)
  if (raw === undefined || raw === null || raw === '' || raw === 'N') return null
  const value = typeof raw === 'string' ? parsed(raw) : raw
  if (typeof value !== 'object' || value === null)
    throw new RestError(400, `${name}_ERROR`, `Incorrect ${name.toLowerCase()} params`)
  if (JSON.stringify(value).length > mostBytes)
    throw new RestError(400, `${name}_OVERSIZE`, 'You have exceeded the maximum allowable size of attach')
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const messagesOf = (call: Call, chat: Chat): Message[] => call.portal.state.messages.marked(chatMark(chat.id))

/** Writes into a chat, in the caller's name or the portal's own. */
export function say(call: Call, chat: Chat, text: string, more: Partial<Message> = {}): Message {
  const message = call.portal.state.messages.add({
    authorId: call.caller.userId,
    created: Math.floor(call.portal.now() / 1000),
    replyTo: null,
    attach: null,
    keyboard: null,
    isEdited: false,
    ...more,
    chatId: chat.id,
    text,
  })
  call.portal.announce({ kind: 'chat', chatId: chat.id, userIds: chat.userIds })
  return message
}

/** The message answered to, in the same chat. */
export const replyOf = (call: Call, chat: Chat): number | null => replyTo(call, chat, anyCase(call.params, 'REPLY_ID'))

export function replyTo(call: Call, chat: Chat, raw: unknown): number | null {
  const id = toInteger(raw)
  if (id === null || id <= 0) return null
  const message = call.portal.state.messages.get(id)
  if (!message) throw new RestError(400, 'REPLY_ACCESS_ERROR', 'Action unavailable')
  if (message.chatId !== chat.id)
    throw new RestError(400, 'REPLY_FROM_OTHER_CHAT_ERROR', 'You can only reply to a message within the same chat')
  return id
}

/** A text that must not be empty, unless something hangs on the message. */
export function textOf(params: Params, hasExtra: boolean): string {
  const text = toText(anyCase(params, 'MESSAGE')).trim()
  if (text === '' && !hasExtra) throw new RestError(400, 'MESSAGE_EMPTY', "Message can't be empty")
  return text
}
