import { tiny } from './tiny-seed.ts'
import type { Ask } from './working-requests.ts'

const card = { entityTypeId: tiny.leads, entityId: 5 }
const owner = { ownerTypeId: tiny.leads, ownerId: 5 }
const deadline = '2030-01-10T12:00:00+03:00'
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const button = (id: string) => ({ type: 'restEvent', id, actionParams: { clientId: '4' }, animationType: 'disable' })

/** What the documentation's own example draws. */
export const exampleLayout = {
  icon: { code: 'call-completed' },
  header: { title: 'Входящий звонок', tags: { status2: { type: 'warning', title: 'не расшифрован' } } },
  body: {
    logo: { code: 'call-incoming', action: { type: 'redirect', uri: '/crm/deal/details/1/' } },
    blocks: {
      client: {
        type: 'withTitle',
        properties: { title: 'Клиент', inline: true, block: { type: 'text', properties: { value: 'АО «Клиент»' } } },
      },
      responsible: {
        type: 'lineOfBlocks',
        properties: {
          blocks: {
            client: {
              type: 'link',
              properties: { text: 'Анна', bold: true, action: { type: 'redirect', uri: '/crm/lead/details/5/' } },
            },
            phone: { type: 'text', properties: { value: '+7 999 000-00-01' } },
          },
        },
      },
    },
  },
  footer: {
    buttons: {
      startCall: {
        title: 'О клиенте',
        type: 'primary',
        action: { type: 'openRestApp', actionParams: { clientId: '4' } },
      },
    },
    menu: {
      showPostponeItem: false,
      items: {
        confirm: { title: 'Подтвердить', action: button('confirm') },
        decline: { title: 'Отклонить', action: button('decline') },
      },
    },
  },
}

const blocks = {
  block_1: {
    type: 'text',
    properties: { value: 'Здравствуйте\nНачали', multiline: true, bold: true, color: 'base_90' },
  },
  block_2: { type: 'largeText', properties: { value: 'Длинный текст' } },
  block_3: {
    type: 'link',
    properties: { text: 'Открыть', bold: true, action: { type: 'redirect', uri: '/crm/deal/details/1/' } },
  },
  block_4: {
    type: 'withTitle',
    properties: { title: 'Заголовок', block: { type: 'text', properties: { value: 'Значение' } } },
  },
}

const numberIn = (result: unknown, ...path: string[]): number =>
  Number(path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], result))

/** A request for each method of activities, of the timeline and of legal data. */
export async function timelineRequests(ask: Ask): Promise<Record<string, Record<string, unknown>>> {
  const result = async (method: string, params: Record<string, unknown>): Promise<unknown> =>
    (await ask(method, params)).body.result
  const added = async (type: number) =>
    numberIn(await result('crm.item.add', { entityTypeId: type, fields: { title: 'Рейс' } }), 'item', 'id')
  const [deal, spare] = [await added(tiny.deals), await added(tiny.deals)]
  const badge = { code: 'missed', title: 'Звонок', value: 'Пропущен', type: 'failure' }
  await ask('crm.activity.badge.add', badge)
  await ask('crm.activity.badge.add', { ...badge, code: 'gone' })
  const fields = { typeId: 'CONFIGURABLE', deadline, pingOffsets: [60, 300], responsibleId: 1, badgeCode: 'missed' }
  const configurable = { ...owner, fields, layout: exampleLayout }
  const drawn = numberIn(await result('crm.activity.configurable.add', configurable), 'activity', 'id')
  const todo = async () => numberIn(await result('crm.activity.todo.add', { ...owner, deadline, title: 'Дело' }), 'id')
  const [first, second, third] = [await todo(), await todo(), await todo()]
  const phone = { VALUE: '+79990000001', ENTITY_ID: 2, ENTITY_TYPE_ID: 4 }
  const call = {
    OWNER_TYPE_ID: tiny.leads,
    OWNER_ID: 5,
    TYPE_ID: 2,
    COMMUNICATIONS: [phone],
    SUBJECT: 'Звонок',
    RESPONSIBLE_ID: 1,
  }
  const plain = numberIn(await result('crm.activity.add', { fields: call }))
  const doomed = numberIn(await result('crm.activity.add', { fields: call }))
  await ask('crm.activity.type.add', { fields: { TYPE_ID: 'gone', NAME: 'Лишний' } })
  const bind = (id: number) => ({ activityId: first, entityTypeId: tiny.deals, entityId: id })
  await ask('crm.activity.binding.add', bind(spare))
  const message = { fields: { ...card, title: 'Рейс', text: 'Машина вышла', iconCode: 'info' } }
  const written = async () => numberIn(await result('crm.timeline.logmessage.add', message), 'logMessage', 'id')
  const [line, doomedLine] = [await written(), await written()]
  const comment = async () =>
    numberIn(
      await result('crm.timeline.comment.add', { fields: { ENTITY_ID: 5, ENTITY_TYPE: 'lead', COMMENT: 'Для связи' } }),
    )
  const [record, boundRecord] = [await comment(), await comment()]
  const binding = (OWNER_ID: number) => ({ fields: { OWNER_ID, ENTITY_ID: deal, ENTITY_TYPE: 'deal' } })
  await ask('crm.timeline.bindings.bind', binding(boundRecord))
  const note = (itemId: number) => ({ ...owner, itemType: 1, itemId })
  await ask('crm.timeline.note.save', { ...note(line), text: 'Проверить' })
  await ask('crm.timeline.note.save', { ...note(record), text: 'Проверить' })
  const activityBlocks = { ...card, activityId: plain }
  const recordBlocks = { ...card, timelineId: record }
  await ask('crm.activity.layout.blocks.set', { ...activityBlocks, layout: { blocks } })
  for (const timelineId of [record, boundRecord])
    await ask('crm.timeline.layout.blocks.set', { ...card, timelineId, layout: { blocks } })
  for (const kind of ['icon', 'logo'])
    for (const code of ['kept', 'gone']) await ask(`crm.timeline.${kind}.add`, { code, fileContent: onePixel })
  const picture = (kind: string): Record<string, Record<string, unknown>> => ({
    [`crm.timeline.${kind}.add`]: { code: 'fresh', fileContent: onePixel },
    [`crm.timeline.${kind}.get`]: { code: 'kept' },
    [`crm.timeline.${kind}.list`]: {},
    [`crm.timeline.${kind}.delete`]: { code: 'gone' },
  })
  return {
    ...(await legalRequests(ask, deal)),
    ...picture('icon'),
    ...picture('logo'),
    'crm.activity.add': { fields: call },
    'crm.activity.get': { id: plain },
    'crm.activity.list': { filter: { OWNER_TYPE_ID: tiny.leads, OWNER_ID: 5 }, select: ['*', 'COMMUNICATIONS'] },
    'crm.activity.update': { id: plain, fields: { RESPONSIBLE_ID: 1, DESCRIPTION: 'Перезвонить' } },
    'crm.activity.delete': { id: doomed },
    'crm.activity.fields': {},
    'crm.activity.communication.fields': {},
    'crm.activity.badge.add': { ...badge, code: 'fresh' },
    'crm.activity.badge.get': { code: 'missed' },
    'crm.activity.badge.list': {},
    'crm.activity.badge.delete': { code: 'gone' },
    'crm.activity.binding.add': bind(deal),
    'crm.activity.binding.list': { activityId: second },
    'crm.activity.binding.move': {
      activityId: first,
      sourceEntityTypeId: tiny.deals,
      sourceEntityId: spare,
      targetEntityTypeId: tiny.deals,
      targetEntityId: await added(tiny.deals),
    },
    'crm.activity.binding.delete': { activityId: first, entityTypeId: tiny.leads, entityId: 5 },
    'crm.activity.configurable.add': configurable,
    'crm.activity.configurable.get': { id: drawn },
    'crm.activity.configurable.update': { id: drawn, fields: { completed: false }, layout: exampleLayout },
    'crm.activity.layout.blocks.set': { ...card, activityId: third, layout: { blocks } },
    'crm.activity.layout.blocks.get': activityBlocks,
    'crm.activity.layout.blocks.delete': { ...card, activityId: third },
    'crm.activity.todo.add': { ...owner, deadline, title: 'Позвонить', pingOffsets: [0, 15], colorId: '2' },
    'crm.activity.todo.update': { ...owner, id: second, deadline, title: 'Иначе' },
    'crm.activity.todo.updateColor': { ...owner, id: second, colorId: '3' },
    'crm.activity.todo.updateDeadline': { ...owner, id: second, value: deadline },
    'crm.activity.todo.updateDescription': { ...owner, id: second, value: 'Подробнее' },
    'crm.activity.todo.updateResponsibleUser': { ...owner, id: second, responsibleId: 2 },
    'crm.activity.type.add': { fields: { TYPE_ID: 'fresh', NAME: 'Свой', IS_CONFIGURABLE_TYPE: 'Y' } },
    'crm.activity.type.list': {},
    'crm.activity.type.delete': { TYPE_ID: 'gone' },
    'crm.timeline.bindings.bind': binding(record),
    'crm.timeline.bindings.list': { filter: { OWNER_ID: record } },
    'crm.timeline.bindings.unbind': binding(boundRecord),
    'crm.timeline.bindings.fields': {},
    'crm.timeline.comment.fields': {},
    'crm.timeline.item.pin': { id: record, ...owner },
    'crm.timeline.item.unpin': { id: record, ...owner },
    'crm.timeline.layout.blocks.set': { ...recordBlocks, layout: { blocks } },
    'crm.timeline.layout.blocks.get': recordBlocks,
    'crm.timeline.layout.blocks.delete': { ...card, timelineId: boundRecord },
    'crm.timeline.logmessage.add': message,
    'crm.timeline.logmessage.get': { id: line },
    'crm.timeline.logmessage.list': card,
    'crm.timeline.logmessage.delete': { id: doomedLine },
    'crm.timeline.note.save': { ...note(record), text: 'Иначе' },
    'crm.timeline.note.get': note(record),
    'crm.timeline.note.delete': note(line),
  }
}

async function legalRequests(ask: Ask, deal: number): Promise<Record<string, Record<string, unknown>>> {
  const requisite = {
    ENTITY_TYPE_ID: tiny.companies,
    ENTITY_ID: 4,
    PRESET_ID: 1,
    NAME: 'Основной',
    XML_ID: '5e4641fd',
    RQ_COMPANY_NAME: 'АО «Клиент»',
    RQ_INN: '7707083893',
    RQ_VAT_PAYER: 'Y',
  }
  const added = async (method: string, fields: Record<string, unknown>): Promise<number> =>
    Number((await ask(method, { fields })).body.result)
  const id = await added('crm.requisite.add', requisite)
  const doomed = await added('crm.requisite.add', requisite)
  const account = { ENTITY_ID: id, NAME: 'Основной счёт', RQ_BIK: '044525225', RQ_ACC_NUM: '40702810938000060473' }
  const bank = await added('crm.requisite.bankdetail.add', account)
  const doomedBank = await added('crm.requisite.bankdetail.add', account)
  await ask('crm.item.update', { entityTypeId: tiny.deals, id: deal, fields: { companyId: 4 } })
  const address = (TYPE_ID: number) => ({
    TYPE_ID,
    ENTITY_TYPE_ID: 8,
    ENTITY_ID: id,
    CITY: 'Казань',
    COUNTRY: 'Россия',
  })
  await added('crm.address.add', address(1))
  await added('crm.address.add', address(4))
  return {
    'crm.requisite.add': { fields: requisite },
    'crm.requisite.get': { id },
    'crm.requisite.list': { filter: { PRESET_ID: '1' }, select: ['ENTITY_TYPE_ID', 'ENTITY_ID', 'ID', 'NAME'] },
    'crm.requisite.update': { id, fields: { NAME: 'Основной', RQ_OKPO: '80715150' } },
    'crm.requisite.delete': { id: doomed },
    'crm.requisite.fields': {},
    'crm.requisite.preset.list': { filter: { COUNTRY_ID: '1' }, select: ['ID', 'NAME'] },
    'crm.requisite.preset.get': { id: 1 },
    'crm.requisite.bankdetail.add': { fields: account },
    'crm.requisite.bankdetail.get': { id: bank },
    'crm.requisite.bankdetail.list': { filter: { COUNTRY_ID: '1' }, select: ['ENTITY_ID', 'ID', 'NAME'] },
    'crm.requisite.bankdetail.update': { id: bank, fields: { NAME: 'Иначе' } },
    'crm.requisite.bankdetail.delete': { id: doomedBank },
    'crm.requisite.bankdetail.fields': {},
    'crm.requisite.link.register': {
      fields: {
        ENTITY_TYPE_ID: tiny.deals,
        ENTITY_ID: deal,
        REQUISITE_ID: id,
        BANK_DETAIL_ID: bank,
        MC_REQUISITE_ID: 0,
        MC_BANK_DETAIL_ID: 0,
      },
    },
    'crm.requisite.link.list': { filter: { '@ENTITY_TYPE_ID': [1, 2] } },
    'crm.address.add': { fields: address(6) },
    'crm.address.list': { filter: { ENTITY_TYPE_ID: 8, ENTITY_ID: id } },
    'crm.address.update': { fields: { ...address(1), CITY: 'Москва' } },
    'crm.address.delete': { fields: address(4) },
    'crm.address.fields': {},
  }
}
