import type { Coverage, Deviation } from './coverage.ts'
import { allFull, full, partial } from './coverage-rows.ts'

const noFiles = 'no files'

/** What stands in a card's timeline, and the legal data of companies. */
export const coverageTimeline: Coverage[] = [
  partial('crm.activity.add', `${noFiles}; letters are kept and not sent`),
  partial('crm.activity.get', noFiles),
  partial('crm.activity.list', noFiles),
  partial('crm.activity.update', noFiles),
  ...allFull('crm.activity', 'delete', 'fields', 'communication.fields'),
  ...allFull('crm.activity.badge', 'add', 'delete', 'get', 'list'),
  ...allFull('crm.activity.binding', 'add', 'delete', 'list', 'move'),
  partial('crm.activity.configurable.add', 'the portal never pings; icons and logos are not looked up'),
  full('crm.activity.configurable.get'),
  partial('crm.activity.configurable.update', 'the portal never pings; icons and logos are not looked up'),
  ...allFull('crm.activity.layout.blocks', 'delete', 'get', 'set'),
  partial('crm.activity.todo.add', 'the portal never pings; no calendar'),
  ...allFull('crm.activity.todo', 'update', 'updateColor', 'updateDeadline', 'updateDescription'),
  full('crm.activity.todo.updateResponsibleUser'),
  partial('crm.activity.type.add', 'the icon is not kept'),
  ...allFull('crm.activity.type', 'delete', 'list'),
  ...allFull('crm.address', 'add', 'delete', 'fields', 'list', 'update'),
  ...allFull('crm.requisite', 'add', 'delete', 'get', 'list', 'update'),
  partial('crm.requisite.fields', 'requisites have no user fields'),
  ...allFull('crm.requisite.bankdetail', 'add', 'delete', 'fields', 'get', 'list', 'update'),
  ...allFull('crm.requisite.link', 'list', 'register'),
  partial('crm.requisite.preset.get', 'the three templates of a Russian portal'),
  partial('crm.requisite.preset.list', 'the three templates of a Russian portal'),
  ...allFull('crm.timeline.bindings', 'bind', 'fields', 'list', 'unbind'),
  full('crm.timeline.comment.fields'),
  ...allFull('crm.timeline.icon', 'add', 'delete', 'get', 'list'),
  ...allFull('crm.timeline.item', 'pin', 'unpin'),
  ...allFull('crm.timeline.layout.blocks', 'delete', 'get', 'set'),
  ...allFull('crm.timeline.logmessage', 'add', 'delete', 'get', 'list'),
  ...allFull('crm.timeline.logo', 'add', 'delete', 'get', 'list'),
  ...allFull('crm.timeline.note', 'delete', 'get', 'save'),
]

/** Where these are knowingly unlike the documentation's examples. */
export const deviationsTimeline: Deviation[] = [
  {
    method: 'crm.activity.list',
    paths: ['time.operating_reset_at'],
    reason: 'a number everywhere else; this one example shows it as text',
  },
  {
    method: 'crm.activity.update',
    parameters: ['fields', 'fields.RESPONSIBLE_ID'],
    reason: 'what is not named stays; the page names no code for no fields at all',
  },
  { method: 'crm.requisite.update', parameters: ['fields.NAME'], reason: 'what is not named stays' },
]
