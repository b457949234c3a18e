import { tiny } from './tiny-seed.ts'
import type { Ask } from './working-requests.ts'

/** A request for each method of working time, calendars and chats; those of working time go through one day. */
export async function officeRequests(ask: Ask): Promise<Record<string, Record<string, unknown>>> {
  const about = { ENTITY_TYPE: 'CRM', ENTITY_ID: 'DEAL|1' }
  const chat = Number((await ask('im.chat.add', { TITLE: 'Рейс', USERS: [2, 3], ...about })).body.result)
  const DIALOG_ID = `chat${chat}`
  const say = async () => Number((await ask('im.message.add', { DIALOG_ID, MESSAGE: 'Машина вышла' })).body.result)
  const [kept, doomed] = [await say(), await say()]
  const event = { type: 'user', ownerId: tiny.admin, name: 'Отпуск', from: '2025-12-01', to: '2025-12-05' }
  const absence = { ...event, skip_time: 'Y', accessibility: 'absent' }
  await ask('calendar.event.add', absence)
  const doomedEvent = Number((await ask('calendar.event.add', absence)).body.result)
  return {
    'calendar.settings.get': {},
    'calendar.accessibility.get': { users: [1, 2], from: '2025-12-01', to: '2025-12-31' },
    'calendar.event.add': absence,
    'calendar.event.delete': { id: doomedEvent },
    'im.chat.add': { TITLE: 'Рейс', USERS: [2], ...about },
    'im.chat.get': about,
    'im.chat.user.add': { CHAT_ID: chat, USERS: [4] },
    'im.chat.user.delete': { CHAT_ID: chat, USER_ID: 3 },
    'im.chat.user.list': { CHAT_ID: chat },
    'im.chat.updateTitle': { CHAT_ID: chat, TITLE: 'Рейс 12' },
    'im.dialog.get': { DIALOG_ID },
    'im.dialog.messages.get': { DIALOG_ID, LIMIT: 10 },
    'im.dialog.users.list': { DIALOG_ID },
    'im.message.add': { DIALOG_ID, MESSAGE: 'Разгрузились', REPLY_ID: kept },
    'im.message.update': { MESSAGE_ID: kept, MESSAGE: 'Машина вышла в 9' },
    'im.message.delete': { MESSAGE_ID: doomed },
    'im.notify': { USER_ID: 2, MESSAGE: 'Напоминание', TYPE: 'SYSTEM', TAG: 'three' },
    'im.notify.personal.add': { USER_ID: 2, MESSAGE: 'Напоминание', TAG: 'one' },
    'im.notify.system.add': { USER_ID: 2, MESSAGE: 'Сообщение', TAG: 'two' },
    'im.notify.delete': { TAG: 'two' },
    'im.recent.get': {},
    'timeman.open': {},
    'timeman.status': {},
    'timeman.pause': {},
    'timeman.close': {},
    'timeman.settings': {},
    'timeman.schedule.get': { id: 1 },
  }
}
