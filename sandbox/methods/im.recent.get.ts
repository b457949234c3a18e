import { chatsOf, dialogIdOf } from '../rules/chats/dialogs.ts'
import { messagesOf } from '../rules/chats/messages.ts'
import { printChat, printMember, titleFor } from '../rules/chats/print.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, isYes } from '../rules/params.ts'
import { formatInstant } from '../rules/time.ts'
import type { Chat } from '../state/chats.ts'

/** The caller's chats with their last messages. */
export const method: Method = {
  scope: 'im',
  run(call) {
    const asked = (name: string): boolean => isYes(anyCase(call.params, name))
    const chats = chatsOf(call).filter((chat) => {
      if (asked('ONLY_OPENLINES')) return chat.type === 'lines'
      if (asked('SKIP_OPENLINES') && chat.type === 'lines') return false
      if (asked('SKIP_CHAT') && chat.type !== 'private') return false
      return !(asked('SKIP_DIALOG') && chat.type === 'private')
    })
    return { result: chats.map((chat) => print(call, chat)), rows: chats.length }
  },
}

function print(call: Call, chat: Chat): Record<string, unknown> {
  const last = messagesOf(call, chat).at(-1)
  const date = formatInstant(last?.created ?? chat.created)
  const user = chat.type === 'private' ? call.portal.users.get(Number(dialogIdOf(call, chat))) : null
  return {
    id: dialogIdOf(call, chat),
    chat_id: chat.id,
    type: chat.type === 'private' ? 'user' : 'chat',
    avatar: { url: '', color: '#3e99ce' },
    title: titleFor(call, chat),
    message: {
      id: last?.id ?? 0,
      text: last?.text ?? '',
      file: false,
      author_id: last?.authorId ?? 0,
      attach: last?.attach != null,
      sticker: null,
      date,
      status: 'received',
      uuid: null,
    },
    counter: 0,
    last_id: last?.id ?? 0,
    pinned: false,
    unread: false,
    has_reminder: false,
    date_update: date,
    date_last_activity: date,
    chat: printChat(call, chat),
    user: user ? printMember(user, call.portal.now()) : { id: 0 },
    options: [],
  }
}
