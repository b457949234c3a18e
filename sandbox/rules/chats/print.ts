import type { Chat, Message } from '../../state/chats.ts'
import type { Person } from '../../state/people.ts'
import type { Call } from '../method.ts'
import { formatInstant } from '../time.ts'
import { dialogIdOf } from './dialogs.ts'
import { messagesOf } from './messages.ts'

const paint = '#3e99ce'

/** A person as the messenger shows him. */
export function printMember(person: Person, now: number): Record<string, unknown> {
  return {
    id: person.id,
    active: person.active,
    name: `${person.name} ${person.lastName}`.trim(),
    first_name: person.name,
    last_name: person.lastName,
    work_position: person.workPosition,
    color: paint,
    avatar: '',
    avatar_hr: '',
    gender: person.gender === 'F' ? 'F' : 'M',
    birthday: '',
    extranet: false,
    network: false,
    bot: person.email === '',
    connector: false,
    external_auth_id: 'default',
    status: 'online',
    idle: false,
    last_activity_date: formatInstant(Math.floor(now / 1000)),
    mobile_last_date: false,
    desktop_last_date: false,
    absent: false,
    departments: person.departmentIds,
    phones: false,
    bot_data: null,
    type: 'user',
    website: '',
    email: person.email,
  }
}

export function printMessage(message: Message): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  if (message.attach !== null) params['ATTACH'] = [message.attach]
  if (message.keyboard !== null) params['KEYBOARD'] = message.keyboard
  if (message.isEdited) params['IS_EDITED'] = 'Y'
  if (message.replyTo !== null) params['REPLY_ID'] = message.replyTo
  return {
    id: message.id,
    chat_id: message.chatId,
    author_id: message.authorId,
    date: formatInstant(message.created),
    text: message.text,
    unread: false,
    uuid: null,
    replaces: [],
    params: Object.keys(params).length === 0 ? [] : params,
    disappearing_date: null,
  }
}

/** What a chat is to the one who asks; also the heart of `im.recent.get`. */
export function printChat(call: Call, chat: Chat): Record<string, unknown> {
  return {
    id: chat.id,
    parent_chat_id: 0,
    parent_message_id: 0,
    name: titleFor(call, chat),
    owner: chat.ownerId,
    extranet: false,
    contains_collaber: false,
    avatar: '',
    color: paint,
    type: chat.type === 'private' ? 'private' : chat.type,
    entity_type: chat.entityType,
    entity_id: chat.entityId,
    entity_data_1: '',
    entity_data_2: '',
    entity_data_3: '',
    mute_list: [],
    manager_list: [chat.ownerId],
    date_create: formatInstant(chat.created),
    message_type: { chat: 'C', open: 'O', private: 'P', lines: 'L' }[chat.type],
    user_counter: chat.userIds.length,
    restrictions: restrictions(),
    role: chat.ownerId === call.caller.userId ? 'owner' : 'member',
    text_field_enabled: true,
    background_id: null,
    entity_link: { type: chat.entityType, url: '', id: chat.entityId },
    permissions: permissions(),
    public: '',
  }
}

/** All that `im.dialog.get` tells of one chat. */
export function printDialog(call: Call, chat: Chat): Record<string, unknown> {
  const messages = messagesOf(call, chat)
  const last = messages.at(-1)?.id ?? 0
  return {
    ...printChat(call, chat),
    description: chat.description,
    counter: 0,
    message_count: messages.length,
    unread_id: 0,
    restrictions: { ...restrictions(), path: '', path_title: '' },
    last_message_id: last,
    last_id: last,
    marked_id: 0,
    disk_folder_id: 0,
    is_new: false,
    readed_list: [],
    last_message_views: { message_id: last, first_viewers: [], count_of_viewers: 0 },
    dialog_id: dialogIdOf(call, chat),
  }
}

/** A dialogue is called by the other one's name. */
export function titleFor(call: Call, chat: Chat): string {
  if (chat.type !== 'private') return chat.title
  const person = call.portal.users.get(Number(dialogIdOf(call, chat)))
  return person ? `${person.name} ${person.lastName}`.trim() : ''
}

const restrictions = (): Record<string, boolean> => ({
  avatar: true,
  rename: true,
  extend: true,
  call: true,
  mute: true,
  leave: true,
  leave_owner: true,
  send: true,
  user_list: true,
})

const permissions = (): Record<string, string> => ({
  manage_users_add: 'member',
  manage_users_delete: 'manager',
  manage_ui: 'member',
  manage_settings: 'owner',
  manage_messages: 'member',
  can_post: 'member',
})
