import type { Session } from '../../state/channels.ts'
import { cardWord } from '../../state/channels.ts'
import type { Chat, Message } from '../../state/chats.ts'
import { addItem } from '../item-write.ts'
import type { Call } from '../method.ts'
import { companyType, contactType, leadType } from '../standard-fields.ts'
import { tell } from '../tell.ts'
import { formatInstant } from '../time.ts'
import { newChat } from '../chats/dialogs.ts'
import { say } from '../chats/messages.ts'

export interface Arrived {
  code: string
  line: number
  user: { id: string; name: string; phone: string }
  chat: { id: string; name: string }
  text: string
  /** Whether the portal looks for the client, and makes a lead of a stranger. */
  isForCrm: boolean
}

/** A client has written: his dialogue goes on, or opens with a client found by his number, else with a new lead. */
export function clientSays(call: Call, arrived: Arrived): { session: Session; message: Message } {
  const { state } = call.portal
  const known = state.channels.sessions
    .marked(`outside/${arrived.code}/${arrived.line}/${arrived.chat.id}`)
    .find((one) => one.isClosed !== true)
  const session = known ?? openSession(call, arrived)
  const chat = state.chats.get(session.chatId)
  const message = say(call, chat ?? openChat(call, arrived), arrived.text, { authorId: 0 })
  lineHears(call, session, message, 'N')
  return { session, message }
}

function openSession(call: Call, arrived: Arrived): Session {
  const { state } = call.portal
  const chat = openChat(call, arrived)
  const session = state.channels.sessions.add({
    code: arrived.code,
    line: arrived.line,
    chatId: chat.id,
    userCode: arrived.user.id,
    channelChat: arrived.chat.id,
    cards: arrived.isForCrm ? cardsOf(call, arrived) : [],
  })
  tell(call, 'ONIMCONNECTORDIALOGSTART', dialogData(session))
  return session
}

const openChat = (call: Call, arrived: Arrived): Chat =>
  call.portal.state.chats.add({
    ...newChat(call),
    title: arrived.user.name || arrived.chat.name || 'Открытая линия',
    type: 'lines',
    entityType: 'LINES',
    entityId: `${arrived.code}|${arrived.line}|${arrived.chat.id}|${arrived.user.id}`,
    userIds: [call.caller.userId],
  })

function cardsOf(call: Call, { user }: Arrived): string[] {
  const { items } = call.portal.state
  const found = user.phone === '' ? [] : known(call, user.phone)
  if (found.length > 0) return found
  const catalogue = call.portal.catalogue.of(leadType)
  if (!catalogue) return []
  const fm = user.phone === '' ? [] : [{ typeId: 'PHONE', valueType: 'WORK', value: user.phone }]
  const lead = addItem(call, catalogue, { title: `${user.name || 'Гость'} - Открытая линия`, fm }, true)
  return items.exists(leadType, lead.id) ? [cardWord('lead', lead.id)] : []
}

function known(call: Call, phone: string): string[] {
  const kinds: [string, number][] = [
    ['contact', contactType],
    ['company', companyType],
    ['lead', leadType],
  ]
  return kinds.flatMap(([type, entityTypeId]) =>
    call.portal.state.items.findByMultifield(entityTypeId, 'PHONE', phone).map((id) => cardWord(type, id)),
  )
}

/** An employee answers: the message goes to the channel, and the application that brought it hears of it. */
export function operatorSays(call: Call, session: Session, chat: Chat, text: string, userId: number): Message {
  const message = say(call, chat, text, { authorId: userId })
  call.portal.state.channels.messages.add({
    sessionId: session.id,
    messageId: message.id,
    outsideId: '',
    status: 'sent',
  })
  tell(call, 'ONIMCONNECTORMESSAGEADD', {
    CONNECTOR: session.code,
    LINE: session.line,
    MESSAGES: [
      {
        im: { chat_id: chat.id, message_id: message.id },
        message: { user_id: userId, text },
        chat: { id: session.channelChat },
      },
    ],
  })
  lineHears(call, session, message, 'N')
  return message
}

function lineHears(call: Call, session: Session, message: Message, system: 'Y' | 'N'): void {
  tell(call, 'ONOPENLINEMESSAGEADD', {
    DATA: [
      {
        connector: connectorData(session),
        chat: { id: session.chatId },
        message: {
          id: message.id,
          date: formatInstant(message.created),
          text: message.text,
          files: [],
          attach: '',
          system,
          user_id: message.authorId,
        },
        ref: [],
        extra: { EXTRA_URL: '' },
      },
    ],
  })
}

const connectorData = (session: Session): Record<string, unknown> => ({
  connector_id: session.code,
  line_id: session.line,
  chat_id: session.chatId,
  user_id: session.userCode,
})

export const dialogData = (session: Session): Record<string, unknown> => ({
  CONNECTOR: session.code,
  LINE: String(session.line),
  DATA: [
    {
      connector: connectorData(session),
      session: { id: session.id, closed: session.isClosed === true ? '1' : '0', parent_id: 0, close_term: 1440 },
      chat: { id: session.chatId },
      user: { id: session.userCode },
    },
  ],
})
