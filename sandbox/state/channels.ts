import type { MakeShelf } from './shelf.ts'

/** A channel that an application has brought, through which clients write. */
export interface Connector {
  id: number
  code: string
  name: string
  placementHandler: string
  isGroup: boolean
}

/** A connector switched on for an open line. */
export interface ActiveConnector {
  id: number
  code: string
  line: number
}

/** A client's dialogue in an open line; its messages are those of the chat. */
export interface Session {
  id: number
  code: string
  line: number
  chatId: number
  /** The client and the chat in the channel's own numbers. */
  userCode: string
  channelChat: string
  /** Which cards it is about: `CONTACT|5`. */
  cards: string[]
  /** Somebody has ended it. */
  isClosed?: boolean
}

/** A message that came from outside or went there, and what became of it. */
export interface ChannelMessage {
  id: number
  sessionId: number
  messageId: number
  outsideId: string
  status: 'sent' | 'delivered'
}

/** A robot of an application in the messenger. Its person is one of the portal's. */
export interface Bot {
  id: number
  code: string
  /** The portal's person it speaks as. */
  userId: number
  handlers: { message: string; welcome: string; removal: string; update: string; deletion: string }
  /** The application that registered it. */
  clientId?: string
  /** A bot of the second version of the bots' methods. */
  v2?: BotV2
}

export interface BotV2 {
  /** What a webhook speaks for the bot with. */
  token: string
  type: string
  eventMode: 'fetch' | 'webhook'
  webhookUrl: string
  isHidden: boolean
  isReactionsEnabled: boolean
  isSupportOpenline: boolean
  backgroundId: string | null
}

/** What waits for a bot that fetches its events. */
export interface BotEvent {
  id: number
  userId: number
  type: string
  /** Seconds. */
  created: number
  data: Record<string, unknown>
}

/** A provider of text messages. */
export interface Sender {
  id: number
  code: string
  type: string
  handler: string
  name: unknown
}

/** A text message given to a provider. */
export interface SentText {
  id: number
  code: string
  messageId: string
  status: string
}

export const cardWord = (type: string, id: number): string => `${type.toUpperCase()}|${id}`

export type ChannelState = ReturnType<typeof createChannelState>

export const createChannelState = (shelf: MakeShelf) => ({
  connectors: shelf<Connector>('connector', (connector) => [connector.code]),
  active: shelf<ActiveConnector>('activeConnector', (one) => [one.code, `${one.code}/${one.line}`]),
  sessions: shelf<Session>('lineSession', (session) => [
    `chat/${session.chatId}`,
    `outside/${session.code}/${session.line}/${session.channelChat}`,
    ...session.cards.map((card) => `card/${card}`),
  ]),
  messages: shelf<ChannelMessage>('channelMessage', (message) => [
    `session/${message.sessionId}`,
    `message/${message.messageId}`,
  ]),
  bots: shelf<Bot>('bot', (bot) => [bot.code, `user/${bot.userId}`]),
  botEvents: shelf<BotEvent>('botEvent', (event) => [`user/${event.userId}`]),
  senders: shelf<Sender>('sender', (sender) => [sender.code]),
  texts: shelf<SentText>('sentText', (text) => [`${text.code}/${text.messageId}`]),
})
