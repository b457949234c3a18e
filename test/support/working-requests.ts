import type { Sandbox } from '../../sandbox/server.ts'
import type { RawAnswer } from './tiny-portal.ts'
import { tiny } from './tiny-seed.ts'
import { automationRequests } from './working-requests-automation.ts'
import { legacyRequests } from './working-requests-legacy.ts'
import { moduleRequests } from './working-requests-modules.ts'
import { officeRequests } from './working-requests-office.ts'
import { taskRequests } from './working-requests-tasks.ts'
import { timelineRequests } from './working-requests-timeline.ts'

export type Ask = (method: string, params?: Record<string, unknown>) => Promise<RawAnswer>

/** A request that each implemented method answers on the tiny portal. */
export interface WorkingRequest {
  method: string
  params: Record<string, unknown>
}

const handler = 'https://reis.example/handler'

const fixed: Record<string, Record<string, unknown>> = {
  'app.info': {},
  'app.option.set': { options: { data: 'value', data2: 'value2' } },
  'app.option.get': {},
  batch: { halt: 0, cmd: { get_user: 'user.current', get_department: 'department.get', get_app: 'app.info' } },
  'crm.category.add': { entityTypeId: tiny.requests, fields: { name: 'Вторая', sort: 50 } },
  'crm.category.get': { entityTypeId: tiny.deals, id: 0 },
  'crm.category.list': { entityTypeId: tiny.deals },
  'crm.category.update': { entityTypeId: tiny.requests, id: 10, fields: { name: 'Первая' } },
  'crm.currency.add': { fields: { CURRENCY: 'CNY', AMOUNT_CNT: 1, AMOUNT: 12.7 } },
  'crm.currency.base.get': {},
  'crm.currency.base.set': { id: 'RUB' },
  'crm.currency.delete': { id: 'CNY' },
  'crm.currency.fields': {},
  'crm.currency.update': { id: 'USD', fields: { AMOUNT: 93.1, AMOUNT_CNT: 1 } },
  'crm.currency.get': { id: 'RUB' },
  'crm.currency.list': { order: { sort: 'asc' } },
  'crm.duplicate.findbycomm': { entity_type: 'CONTACT', type: 'PHONE', values: ['+79990001122'] },
  'crm.item.add': { entityTypeId: tiny.deals, fields: { title: 'Сделка' } },
  'crm.item.fields': { entityTypeId: tiny.requests },
  'crm.item.get': { entityTypeId: tiny.leads, id: 5 },
  'crm.item.list': {
    entityTypeId: tiny.leads,
    select: [
      'id',
      'title',
      'lastName',
      'name',
      'stageId',
      'sourceId',
      'assignedById',
      'opportunity',
      'isManualOpportunity',
    ],
  },
  'crm.stagehistory.list': { entityTypeId: tiny.requests },
  'crm.status.add': { fields: { ENTITY_ID: 'SOURCE', STATUS_ID: 'MARKET', NAME: 'Биржа', SORT: 70 } },
  'crm.status.list': { order: { SORT: 'ASC' }, filter: { ENTITY_ID: 'DEAL_STAGE' } },
  'crm.timeline.comment.add': { fields: { ENTITY_ID: 5, ENTITY_TYPE: 'lead', COMMENT: 'Новый' } },
  'crm.timeline.comment.list': { filter: { ENTITY_ID: 5, ENTITY_TYPE: 'lead' } },
  'crm.type.add': { fields: { title: 'Ещё процесс', relations: { parent: [{ entityTypeId: tiny.deals }] } } },
  'crm.type.fields': {},
  'crm.type.get': { id: tiny.requestRow },
  'crm.type.getByEntityTypeId': { entityTypeId: tiny.requests },
  'crm.type.list': {},
  'crm.type.update': { id: tiny.requestRow, fields: { title: 'Запрос клиента' } },
  'department.get': { sort: 'NAME', order: 'DESC', PARENT: 1 },
  events: { SCOPE: 'user' },
  'event.bind': { event: 'ONCRMLEADADD', handler },
  'event.get': {},
  'event.unbind': { event: 'ONCRMLEADADD', handler },
  'event.offline.get': { clear: 0 },
  'event.offline.list': {},
  'event.offline.clear': { process_id: 'abc' },
  'event.offline.error': { process_id: 'abc' },
  'feature.get': { CODE: 'rest_offline_extended' },
  'method.get': { name: 'user.get' },
  methods: { scope: 'user' },
  'userfieldtype.add': { USER_TYPE_ID: 'freight', HANDLER: handler, TITLE: 'Груз', OPTIONS: { height: 60 } },
  'userfieldtype.update': { USER_TYPE_ID: 'freight', HANDLER: handler, TITLE: 'Груз рейса' },
  'userfieldtype.list': {},
  'userfieldtype.delete': { USER_TYPE_ID: 'freight' },
  'placement.bind': { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: handler, LANG_ALL: { de: { TITLE: 'Reis' } } },
  'placement.get': {},
  'placement.list': { SCOPE: 'crm' },
  'placement.unbind': { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: handler },
  profile: {},
  scope: { full: true },
  'server.time': {},
  'user.admin': {},
  'user.current': {},
  'user.fields': {},
  'user.get': { UF_DEPARTMENT: 1 },
  'user.option.set': { options: { data: 'value', data2: 'value2' } },
  'user.option.get': {},
  'userfieldconfig.list': { moduleId: 'crm', select: { 0: '*', language: 'de' } },
}

const contactFields = {
  name: 'Анна',
  lastName: 'Ли',
  fm: [
    { typeId: 'PHONE', valueType: 'WORK', value: '+7 999 000-11-22' },
    { typeId: 'EMAIL', valueType: 'WORK', value: 'anna@client.example' },
  ],
}

const idIn = (answer: RawAnswer, ...path: string[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], answer.body.result)

/** Everything above, and what needs something made first; in an order in which each finds what it needs. */
export async function workingRequests(ask: Ask, sandbox: Sandbox): Promise<WorkingRequest[]> {
  await ask('crm.item.add', { entityTypeId: tiny.contacts, fields: contactFields })
  const deal = await ask('crm.item.add', { entityTypeId: tiny.deals, fields: { title: 'Сделка' } })
  const doomed = await ask('crm.item.add', { entityTypeId: tiny.leads, fields: { title: 'На удаление' } })
  const doomedType = await ask('crm.type.add', { fields: { title: 'Лишний' } })
  const addFunnel = (name: string) => ask('crm.category.add', { entityTypeId: tiny.deals, fields: { name } })
  const [, funnel] = [await addFunnel('Постоянные'), await addFunnel('Лишняя')]
  const status = await ask('crm.status.add', { fields: { ENTITY_ID: 'SOURCE', STATUS_ID: 'ATI', NAME: 'Биржа' } })
  const comment = await ask('crm.timeline.comment.add', {
    fields: { ENTITY_ID: 5, ENTITY_TYPE: 'lead', COMMENT: 'С файлом', FILES: [['a.txt', 'YQ==']] },
  })
  const field = (code: string) => ({
    entityId: `CRM_${tiny.requestRow}`,
    fieldName: `UF_CRM_${tiny.requestRow}_${code}`,
    userTypeId: 'enumeration',
    editFormLabel: { en: 'List', de: 'Liste' },
    enum: [{ value: 'One', def: 'N', sort: 100 }],
  })
  const kept = await ask('userfieldconfig.add', { moduleId: 'crm', field: field('KEPT') })
  const gone = await ask('userfieldconfig.add', { moduleId: 'crm', field: field('GONE') })
  const statusId = idIn(status)
  const commentId = idIn(comment)
  const made: Record<string, Record<string, unknown>> = {
    'crm.item.update': { entityTypeId: tiny.deals, id: idIn(deal, 'item', 'id'), fields: { title: 'Рейс' } },
    'crm.item.delete': { entityTypeId: tiny.leads, id: idIn(doomed, 'item', 'id') },
    'crm.type.delete': { id: idIn(doomedType, 'type', 'id') },
    'crm.category.delete': { entityTypeId: tiny.deals, id: idIn(funnel, 'category', 'id') },
    'crm.status.get': { id: statusId },
    'crm.status.update': { id: statusId, fields: { NAME: 'Биржа грузов' } },
    'crm.status.delete': { id: statusId },
    'crm.timeline.comment.get': { id: commentId },
    'crm.timeline.comment.update': { id: commentId, fields: { COMMENT: 'Изменён' } },
    'crm.timeline.comment.delete': { id: commentId, ownerTypeId: 1, ownerId: 5 },
    'userfieldconfig.add': { moduleId: 'crm', field: field('NEW') },
    'userfieldconfig.get': { moduleId: 'crm', id: idIn(kept, 'field', 'id') },
    'userfieldconfig.update': { moduleId: 'crm', id: idIn(kept, 'field', 'id'), field: { mandatory: 'Y' } },
    'userfieldconfig.delete': { moduleId: 'crm', id: idIn(gone, 'field', 'id') },
  }
  const beyond = {
    ...(await legacyRequests(ask)),
    ...(await timelineRequests(ask)),
    ...(await taskRequests(ask)),
    ...(await officeRequests(ask)),
    ...(await moduleRequests(ask, sandbox)),
    ...(await automationRequests(ask, sandbox)),
  }
  return Object.entries({ ...fixed, ...made, ...beyond }).map(([method, params]) => ({ method, params }))
}
