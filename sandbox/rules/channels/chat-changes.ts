import type { Chat, Message } from '../../state/chats.ts'
import type { Call } from '../method.ts'
import { tellBots } from './bot-news.ts'
import { lineMessageChanged } from './line-changes.ts'

/** A message was changed or taken back: bots of the chat hear of it, and so does the channel of a client's chat. */
export function chatChanged(call: Call, chat: Chat, kind: 'update' | 'deletion', message: Message): void {
  tellBots(call, chat, kind, message)
  lineMessageChanged(call, chat, message, kind === 'update' ? 'UPDATE' : 'DELETE')
  call.portal.announce({ kind: 'chat', chatId: chat.id, userIds: chat.userIds })
}
