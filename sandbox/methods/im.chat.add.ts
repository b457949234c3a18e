import { botsJoin } from '../rules/channels/bot-news.ts'
import { newChat } from '../rules/chats/dialogs.ts'
import { say } from '../rules/chats/messages.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

/** Opens a chat; people this portal does not know are left out. */
export const method: Method = {
  scope: 'im',
  isWrite: true,
  run(call) {
    const { portal, caller, params } = call
    const text = (name: string): string => toText(anyCase(params, name))
    const invited = asList(anyCase(params, 'USERS'))
      .map((id) => toInteger(id) ?? 0)
      .filter((id) => portal.users.get(id) !== null)
    const chat = portal.state.chats.add({
      ...newChat(call),
      title: text('TITLE'),
      description: text('DESCRIPTION'),
      color: text('COLOR').toUpperCase(),
      type: text('TYPE').toUpperCase() === 'OPEN' ? 'open' : 'chat',
      ownerId: toInteger(anyCase(params, 'OWNER_ID')) ?? caller.userId,
      entityType: text('ENTITY_TYPE'),
      entityId: text('ENTITY_ID'),
      userIds: [...new Set([caller.userId, ...invited])],
    })
    if (chat.title === '') portal.state.chats.save({ ...chat, title: `Chat ${chat.id}` })
    if (text('MESSAGE') !== '') say(call, chat, text('MESSAGE'))
    botsJoin(call, chat, chat.userIds)
    return { result: chat.id }
  },
}
