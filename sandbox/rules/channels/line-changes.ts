import type { Chat, Message } from '../../state/chats.ts'
import type { Session } from '../../state/channels.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { tell } from '../tell.ts'
import { dialogData } from './lines.ts'

const sessionOf = (call: Call, chat: Chat): Session | null =>
  call.portal.state.channels.sessions.marked(`chat/${chat.id}`).at(-1) ?? null

/** What an employee changed or took back in a client's chat: the channel is to do the same, others only hear of it. */
export function lineMessageChanged(call: Call, chat: Chat, message: Message, action: 'UPDATE' | 'DELETE'): void {
  const session = chat.type === 'lines' ? sessionOf(call, chat) : null
  if (!session) return
  const outside = call.portal.state.channels.messages
    .marked(`message/${message.id}`)
    .map((one) => one.outsideId)
    .filter((id) => id !== '')
  const isChange = action === 'UPDATE'
  const about = {
    im: { chat_id: chat.id, message_id: message.id },
    chat: { id: session.channelChat },
  }
  const known = outside.length > 0 ? outside : [String(message.id)]
  tell(call, `ONIMCONNECTORMESSAGE${action}`, {
    CONNECTOR: session.code,
    LINE: session.line,
    MESSAGES: [{ ...about, message: isChange ? { id: known, text: message.text } : { id: known[0] } }],
  })
  tell(call, `ONOPENLINEMESSAGE${action}`, {
    CONNECTOR: session.code,
    LINE: session.line,
    DATA: [{ ...about, message: { id: known[0] } }],
  })
}

/** Ends the dialogue of a client's chat: what he writes next begins another. Throws for what is no such chat. */
export function finishDialogue(call: Call, chatId: number | null): void {
  const { state, rights } = call.portal
  const chat = chatId === null ? null : state.chats.get(chatId)
  if (!chat) throw new RestError(400, 'CHAT_ID', 'The provided chat identifier is incorrect')
  const session = chat.type === 'lines' ? sessionOf(call, chat) : null
  if (!session) throw new RestError(400, 'CHAT_TYPE', 'The specified chat is not an open line')
  if (!chat.userIds.includes(call.caller.userId) && !rights.isAdmin(call.caller.userId))
    throw new RestError(400, 'ACCESS_DENIED', 'You cannot open this conversation as you do not have sufficient rights')
  if (session.isClosed === true) return
  const closed = { ...session, isClosed: true }
  state.channels.sessions.save(closed)
  tell(call, 'ONIMCONNECTORDIALOGFINISH', dialogData(closed))
}
