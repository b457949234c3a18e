import type { Coverage, Deviation } from './coverage.ts'
import { allFull, full, partial } from './coverage-rows.ts'

/** Working time, calendars, chats. */
export const coverageOffice: Coverage[] = [
  partial('calendar.accessibility.get', 'events of one time: nothing repeats'),
  partial('calendar.event.add', "people's own calendars; nobody is invited, nothing repeats"),
  full('calendar.event.delete'),
  partial('calendar.settings.get', 'always the same'),
  partial('im.chat.add', 'no avatars'),
  full('im.chat.get'),
  ...allFull('im.chat.user', 'add', 'delete', 'list'),
  full('im.chat.updateTitle'),
  partial('im.dialog.get', 'nothing is ever unread'),
  partial('im.dialog.messages.get', 'no files, nothing is ever unread'),
  partial('im.dialog.users.list', 'nobody comes from outside'),
  partial('im.message.add', 'no menus'),
  full('im.message.delete'),
  partial('im.message.update', 'no menus'),
  partial('im.notify', 'attachments are checked and not shown; no CLIENT_ID for webhooks'),
  partial('im.notify.delete', 'CLIENT_ID of a webhook is not compared'),
  partial('im.notify.personal.add', 'attachments are checked and not shown; no CLIENT_ID for webhooks'),
  partial('im.notify.system.add', 'attachments are checked and not shown; no CLIENT_ID for webhooks'),
  partial('im.recent.get', 'nothing is unread, pinned or hidden'),
  partial('timeman.close', 'changes need no confirmation; no addresses'),
  partial('timeman.open', 'changes need no confirmation; no addresses'),
  full('timeman.pause'),
  partial('timeman.schedule.get', 'one schedule'),
  partial('timeman.settings', 'the same for everybody'),
  full('timeman.status'),
]

/** Where these are knowingly unlike the documentation's examples. */
export const deviationsOffice: Deviation[] = [
  {
    method: 'im.chat.get',
    parameters: ['ENTITY_TYPE', 'ENTITY_ID'],
    reason: 'the page names no code for a missing parameter; a refusal is what a caller can rely on',
  },
  { method: 'im.chat.user.add', parameters: ['USERS'], reason: 'the page names no code for nobody to add' },
  {
    method: 'timeman.status',
    paths: ['result.TIME_FINISH_DEFAULT'],
    reason: 'only a forgotten day has it, and the day of the request is today',
  },
]
