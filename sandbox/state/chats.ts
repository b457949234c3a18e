import type { MakeShelf } from './shelf.ts'

export interface Chat {
  id: number
  title: string
  description: string
  color: string
  /** `private` is a dialogue of two; `lines` is a client's. */
  type: 'chat' | 'open' | 'private' | 'lines'
  ownerId: number
  /** What the chat is about: `CRM` and `DEAL|1663`; empty for a chat of its own. */
  entityType: string
  entityId: string
  userIds: number[]
  /** Seconds. */
  created: number
}

export interface Message {
  id: number
  chatId: number
  /** 0: the portal itself. */
  authorId: number
  text: string
  created: number
  replyTo: number | null
  attach: unknown
  keyboard: unknown
  isEdited: boolean
}

export const entityMark = (type: string, id: string): string => `entity/${type}/${id}`
export const pairMark = (one: number, other: number): string => `pair/${Math.min(one, other)}/${Math.max(one, other)}`
export const memberMark = (userId: number): string => `member/${userId}`
export const chatMark = (chatId: number): string => `chat/${chatId}`

function marksOf(chat: Chat): string[] {
  const [one = 0, other = one] = chat.userIds
  const own = chat.type === 'private' ? pairMark(one, other) : entityMark(chat.entityType, chat.entityId)
  return [own, ...chat.userIds.map(memberMark)]
}

export type ChatState = ReturnType<typeof createChatState>

export const createChatState = (shelf: MakeShelf) => ({
  chats: shelf<Chat>('chat', marksOf),
  messages: shelf<Message>('message', (message) => [chatMark(message.chatId)]),
})
