import type { Bot } from '../../state/channels.ts'
import type { Chat, Message } from '../../state/chats.ts'
import type { Person } from '../../state/people.ts'
import type { Call } from '../method.ts'
import { botNewsV2 } from './bots-v2.ts'

/** What happened in a chat that a bot is in. */
export type ChatNews =
  | { kind: 'message' | 'update' | 'deletion'; message: Message }
  | { kind: 'join'; userId: number; byId: number }

const names = {
  message: 'ONIMBOTMESSAGEADD',
  update: 'ONIMBOTMESSAGEUPDATE',
  deletion: 'ONIMBOTMESSAGEDELETE',
  join: 'ONIMBOTJOINCHAT',
} as const

/** Bots in a chat hear what people write, change and take back there; what bots write nobody hears. */
export function tellBots(call: Call, chat: Chat, kind: 'message' | 'update' | 'deletion', message: Message): void {
  const person = call.portal.users.get(message.authorId)
  if (person && !isBot(call, message.authorId))
    for (const userId of chat.userIds) tellBot(call, userId, chat, { kind, message }, person)
}

/** Bots among those who were let into a chat are greeted with it. */
export function botsJoin(call: Call, chat: Chat, userIds: number[]): void {
  const person = call.portal.users.get(call.caller.userId)
  for (const userId of userIds)
    if (person) tellBot(call, userId, chat, { kind: 'join', userId, byId: person.id }, person)
}

const isBot = (call: Call, userId: number): boolean =>
  call.portal.state.channels.bots.marked(`user/${userId}`).length > 0

function tellBot(call: Call, userId: number, chat: Chat, news: ChatNews, person: Person): void {
  const [bot] = call.portal.state.channels.bots.marked(`user/${userId}`)
  if (!bot) return
  if (bot.v2) botNewsV2(call, bot, bot.v2, chat, news, person)
  else tellOldBot(call, bot, chat, news, person)
}

function tellOldBot(call: Call, bot: Bot, chat: Chat, news: ChatNews, person: Person): void {
  const address = news.kind === 'join' ? bot.handlers.welcome : bot.handlers[news.kind]
  if (address === '') return
  const event = names[news.kind]
  const data = {
    BOT: { [bot.userId]: { BOT_ID: bot.userId, BOT_CODE: bot.code } },
    PARAMS: { ...parameters(bot, chat, news, person), LANGUAGE: call.portal.language },
    USER: printUser(person),
  }
  call.portal.events.deliver(address, event, { event, event_handler_id: bot.id, data }, person.id)
}

function parameters(bot: Bot, chat: Chat, news: ChatNews, person: Person): Record<string, unknown> {
  const isPrivate = chat.type === 'private'
  const dialogId = isPrivate ? String(person.id) : `chat${chat.id}`
  const kind = isPrivate ? 'P' : 'C'
  const common = {
    MESSAGE_TYPE: kind,
    CHAT_TYPE: kind,
    FROM_USER_ID: person.id,
    TO_USER_ID: bot.userId,
    DIALOG_ID: dialogId,
  }
  if (news.kind === 'join') return { ...common, BOT_ID: bot.userId, USER_ID: person.id }
  const { message } = news
  const said = { ...common, MESSAGE: message.text, MESSAGE_ID: message.id, AUTHOR_ID: message.authorId }
  if (news.kind === 'message')
    return { ...said, TEMPLATE_ID: '', TO_CHAT_ID: chat.id, SYSTEM: 'N', CHAT_USER_COUNT: chat.userIds.length }
  return {
    ...said,
    ID: message.id,
    CHAT_ID: chat.id,
    CHAT_AUTHOR_ID: chat.ownerId,
    CHAT_ENTITY_ID: chat.entityId,
    CHAT_ENTITY_DATA_1: '',
    CHAT_ENTITY_DATA_2: '',
    CHAT_ENTITY_DATA_3: '',
    CHAT_USER_COUNT: chat.userIds.length,
  }
}

const printUser = (person: Person): Record<string, unknown> => ({
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
})
