import { readExtra } from './chats/messages.ts'
import { RestError } from './errors.ts'
import type { Answer, Call } from './method.ts'
import { anyCase, toInteger, toText } from './params.ts'

/** Puts a notification under the user's bell; one with the same tag takes the place of the earlier one. */
export function notify(call: Call, kind: 'personal' | 'system'): Answer {
  const { portal, params } = call
  const userId = toInteger(anyCase(params, 'USER_ID') ?? anyCase(params, 'TO'))
  if (userId === null || userId <= 0 || !portal.users.get(userId))
    throw new RestError(400, 'USER_ID_EMPTY', "User ID can't be empty")
  const message = toText(anyCase(params, 'MESSAGE')).trim()
  if (message === '') throw new RestError(400, 'MESSAGE_EMPTY', "Message can't be empty")
  // Checked and not shown: the bell has text alone.
  readExtra(params, 'ATTACH')
  const notification = {
    id: portal.state.meta.nextId('notification'),
    userId,
    authorId: kind === 'personal' ? call.caller.userId : 0,
    kind,
    message,
    tag: toText(anyCase(params, 'TAG')),
    subTag: toText(anyCase(params, 'SUB_TAG')),
    created: Math.floor(portal.now() / 1000),
  }
  portal.state.notifications.add(notification)
  portal.announce({ kind: 'notification', userId, id: notification.id })
  return { result: notification.id }
}
