import { memberMark, pairMark, type Chat } from '../../state/chats.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, toText } from '../params.ts'

export const dialogEmpty = (): RestError => new RestError(400, 'DIALOG_ID_EMPTY', "Dialog ID can't be empty")

export const noAccess = (status = 400): RestError =>
  new RestError(status, 'ACCESS_ERROR', 'You do not have access to the specified dialog')

/** Whether a person reads and writes in a chat. An open one lets everybody in. */
export const isMember = (chat: Chat, userId: number): boolean => chat.type === 'open' || chat.userIds.includes(userId)

/** `chat42` or a colleague's number; null for what is neither. */
export function readDialogId(raw: unknown): { chatId: number } | { userId: number } | null {
  const text = toText(raw)
  const chat = /^(?:chat|sg)(\d{1,12})$/.exec(text)
  if (chat) return { chatId: Number(chat[1]) }
  const userId = toInteger(text)
  return userId !== null && userId > 0 ? { userId } : null
}

/** The dialogue of two people, opened where there was none. */
export function openPrivateChat(call: Call, one: number, other: number): Chat {
  const { chats } = call.portal.state
  const [known] = chats.marked(pairMark(one, other))
  return known ?? chats.add({ ...newChat(call), type: 'private', userIds: [one, other] })
}

export const newChat = (call: Call): Omit<Chat, 'id'> => ({
  title: '',
  description: '',
  color: '',
  type: 'chat',
  ownerId: call.caller.userId,
  entityType: '',
  entityId: '',
  userIds: [],
  created: Math.floor(call.portal.now() / 1000),
})

/** The chat that `DIALOG_ID` names, for one who is in it. `status` is what no access is told with. */
export function dialogOf(call: Call, status = 400): Chat {
  const raw = anyCase(call.params, 'DIALOG_ID')
  if (toText(raw) === '') throw dialogEmpty()
  const target = readDialogId(raw)
  if (!target) throw noAccess(status)
  if ('userId' in target && !call.portal.users.get(target.userId)) throw noAccess(status)
  const chat =
    'chatId' in target
      ? call.portal.state.chats.get(target.chatId)
      : openPrivateChat(call, call.caller.userId, target.userId)
  if (!chat || !isMember(chat, call.caller.userId)) throw noAccess(status)
  return chat
}

/** The chat that `CHAT_ID` names, for one who is in it. */
export function chatOf(call: Call): Chat {
  const id = toInteger(anyCase(call.params, 'CHAT_ID'))
  if (id === null || id <= 0) throw new RestError(400, 'CHAT_ID_EMPTY', "Chat ID can't be empty")
  const chat = call.portal.state.chats.get(id)
  if (!chat || !isMember(chat, call.caller.userId)) throw noAccess()
  return chat
}

/** The chats of the caller, the newest first. */
export const chatsOf = (call: Call): Chat[] =>
  call.portal.state.chats.marked(memberMark(call.caller.userId)).toReversed()

/** How the caller names that chat. */
export function dialogIdOf(call: Call, chat: Chat): string {
  if (chat.type !== 'private') return `chat${chat.id}`
  return String(chat.userIds.find((id) => id !== call.caller.userId) ?? call.caller.userId)
}
