import type { Bot, BotV2 } from '../../state/channels.ts'
import { chatMark, memberMark, type Chat, type Message } from '../../state/chats.ts'
import type { Person } from '../../state/people.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { toInteger, toText } from '../params.ts'
import { formatInstant } from '../time.ts'
import { isForeign } from '../own-application.ts'
import type { ChatNews } from './bot-news.ts'

const types = {
  message: 'ONIMBOTV2MESSAGEADD',
  update: 'ONIMBOTV2MESSAGEUPDATE',
  deletion: 'ONIMBOTV2MESSAGEDELETE',
  join: 'ONIMBOTV2JOINCHAT',
} as const

export const botRefusal = (code: string, description: string, status = 400): RestError =>
  new RestError(status, code, description)

/** A webhook has no application: it says whose bot it speaks for by the bot's own token. Throws where there is none. */
export function botToken(call: Call, given: unknown): string {
  const token = toText(given)
  if (call.caller.kind === 'webhook' && token === '')
    throw botRefusal('BOT_TOKEN_NOT_SPECIFIED', 'Bot token is not specified')
  return token
}

/** Whether the caller is the bot's application, or knows its token. */
const isOwn = (call: Call, bot: Bot, token: string): boolean =>
  call.caller.kind === 'webhook' ? bot.v2?.token === token : !isForeign(call.caller, bot.clientId)

/** The bot that `botId` names, of the calling application. */
export function botV2Of(call: Call): Bot & { v2: BotV2 } {
  const token = botToken(call, call.params['botToken'])
  const id = toInteger(call.params['botId'])
  if (id === null || id <= 0) throw botRefusal('BOT_ID_REQUIRED', 'Bot ID is required')
  const [bot] = call.portal.state.channels.bots.marked(`user/${id}`)
  if (!bot?.v2) throw botRefusal('BOT_NOT_FOUND', 'Bot not found')
  if (!isOwn(call, bot, token)) throw botRefusal('BOT_OWNERSHIP_ERROR', 'Bot is registered by another application', 403)
  return { ...bot, v2: bot.v2 }
}

/** The application's bots of the new kind, oldest first. */
export function ownBots(call: Call): (Bot & { v2: BotV2 })[] {
  const token = botToken(call, call.params['botToken'])
  const all = call.portal.state.channels.bots.list()
  return all.flatMap((bot) => (bot.v2 && isOwn(call, bot, token) ? [{ ...bot, v2: bot.v2 }] : []))
}

/** The bot's own message; others' are refused as if they were not there. */
export function messageOfBot(call: Call, bot: Bot): Message {
  const message = call.portal.state.messages.get(toInteger(call.params['messageId']) ?? 0)
  if (message?.authorId !== bot.userId) throw botRefusal('ACCESS_DENIED', 'Access denied', 403)
  return message
}

export function printBot(call: Call, bot: Bot & { v2: BotV2 }): Record<string, unknown> {
  const chats = call.portal.state.chats.marked(memberMark(bot.userId))
  const written = chats.flatMap((chat) => call.portal.state.messages.marked(chatMark(chat.id)))
  const { eventMode, type, isHidden, isSupportOpenline, isReactionsEnabled, backgroundId } = bot.v2
  return {
    id: bot.userId,
    code: bot.code,
    type,
    isHidden,
    isSupportOpenline,
    isReactionsEnabled,
    backgroundId,
    language: call.portal.language,
    moduleId: 'rest',
    eventMode,
    countMessage: written.filter((message) => message.authorId === bot.userId).length,
    countCommand: 0,
    countChat: chats.filter((chat) => chat.type !== 'private').length,
    countUser: chats.filter((chat) => chat.type === 'private').length,
  }
}

export function printChatUser(call: Call, person: Person): Record<string, unknown> {
  const isBot = call.portal.state.channels.bots.marked(`user/${person.id}`).length > 0
  return {
    id: person.id,
    active: person.active,
    name: `${person.name} ${person.lastName}`.trim(),
    firstName: person.name,
    lastName: person.lastName,
    workPosition: person.workPosition,
    color: '#df532d',
    avatar: '',
    gender: person.gender || 'M',
    birthday: '',
    extranet: false,
    bot: isBot,
    connector: false,
    externalAuthId: isBot ? 'bot' : 'default',
    status: 'online',
    idle: false,
    lastActivityDate: formatInstant(Math.floor(call.portal.now() / 1000)),
    absent: false,
    departments: person.departmentIds,
    phones: false,
    type: isBot ? 'bot' : 'employee',
  }
}

/** A bot fetches its events from a queue, or has them posted to its address: then every value is text. */
export function botNewsV2(call: Call, bot: Bot, v2: BotV2, chat: Chat, news: ChatNews, person: Person): void {
  const { portal } = call
  const event = types[news.kind]
  const dialogId = chat.type === 'private' ? String(person.id) : `chat${chat.id}`
  const about = {
    chat: {
      id: chat.id,
      dialogId,
      type: chat.type,
      name: chat.title,
      entityType: chat.entityType,
      owner: chat.ownerId,
      avatar: '',
      color: chat.color || '#ab7761',
    },
    user: printChatUser(call, person),
    language: portal.language,
  }
  const data = { ...whatHappened(news, dialogId), ...about }
  if (v2.eventMode === 'fetch') {
    const created = Math.floor(portal.now() / 1000)
    const whole = { bot: printBot(call, { ...bot, v2 }), ...data }
    portal.state.channels.botEvents.add({ userId: bot.userId, type: event, created, data: whole })
    return
  }
  const own = { id: bot.userId, code: bot.code }
  portal.events.deliver(v2.webhookUrl, event, { event, data: { bot: own, ...data } }, person.id)
}

function whatHappened(news: ChatNews, dialogId: string): Record<string, unknown> {
  if (news.kind === 'join') return { dialogId }
  if (news.kind === 'deletion') return { messageId: news.message.id }
  const { id, chatId, authorId, text, created } = news.message
  const message = {
    id,
    chatId,
    authorId,
    date: formatInstant(created),
    text,
    isSystem: authorId === 0,
    uuid: '',
    forward: null,
    params: {},
    viewedByOthers: false,
  }
  return { message }
}
