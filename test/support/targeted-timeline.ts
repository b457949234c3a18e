import { exampleLayout } from './working-requests-timeline.ts'
import { tiny } from './tiny-seed.ts'
import type { Refuser } from './targeted-provocations.ts'

type Params = Record<string, unknown>

const owner = { ownerTypeId: tiny.leads, ownerId: 5 }
const card = { entityTypeId: tiny.leads, entityId: 5 }
const deadline = '2030-01-10T12:00:00+03:00'

/** Refusals of what stands in timelines; the last of them come from another application. */
export async function targetedInTimeline(refuser: Refuser): Promise<void> {
  await ofComments(refuser)
  await ofPins(refuser)
  await ofPlainActivities(refuser)
  await ofBindings(refuser)
  await ofTodos(refuser)
  await ofConfigurable(refuser)
}

async function ofComments({ ask }: Refuser): Promise<void> {
  const add = async (id: number): Promise<number> =>
    Number(await ask('crm.timeline.comment.add', { fields: { ENTITY_ID: id, ENTITY_TYPE: 'lead', COMMENT: 'Звонил' } }))
  const bound = await add(5)
  const deal = await ask('crm.deal.add', { fields: { TITLE: 'Рейс' } })
  await ask('crm.timeline.bindings.bind', { fields: { OWNER_ID: bound, ENTITY_ID: deal, ENTITY_TYPE: 'deal' } })
  await ask('crm.timeline.comment.delete', { id: bound })
  await ask('crm.timeline.comment.delete', { id: bound, ownerTypeId: tiny.companies, ownerId: 2 })
  await ask('crm.timeline.comment.update', {
    id: bound,
    fields: { COMMENT: 'x' },
    ownerTypeId: tiny.companies,
    ownerId: 2,
  })
}

async function ofPins({ ask }: Refuser): Promise<void> {
  // The head of sales reads his people's requests and changes his own.
  const theirs = { entityTypeId: tiny.requests, entityId: 1, title: 'Рейс', text: 'Вышел', iconCode: 'info' }
  const { logMessage } = (await ask('crm.timeline.logmessage.add', { fields: theirs })) as {
    logMessage: { id: number }
  }
  await ask('crm.timeline.logmessage.delete', { id: logMessage.id }, tiny.salesHead)
  const { title: _title, text: _text, iconCode: _icon, ...its } = theirs
  const layout = { blocks: { one: { type: 'text', properties: { value: 'Текст' } } } }
  await ask('crm.timeline.layout.blocks.set', { ...its, timelineId: logMessage.id, layout })
  for (let at = 0; at < 4; at += 1) {
    const fields = { ENTITY_ID: 5, ENTITY_TYPE: 'lead', COMMENT: `Важно ${at}` }
    await ask('crm.timeline.item.pin', { id: await ask('crm.timeline.comment.add', { fields }), ...owner })
  }
}

const phone = (entityId: number) => ({ VALUE: '+79990000001', ENTITY_ID: entityId, ENTITY_TYPE_ID: tiny.companies })

async function ofPlainActivities({ ask, askByWebhook }: Refuser): Promise<void> {
  const call = {
    OWNER_TYPE_ID: tiny.leads,
    OWNER_ID: 5,
    TYPE_ID: 2,
    COMMUNICATIONS: [phone(2)],
    SUBJECT: 'Звонок',
    RESPONSIBLE_ID: 1,
  }
  const add = (more: Params) => ask('crm.activity.add', { fields: { ...call, ...more } })
  await add({ COMMUNICATIONS: [phone(2), phone(3)] })
  await add({ TYPE_ID: 6, PROVIDER_ID: '' })
  await add({ TYPE_ID: 4, DIRECTION: 2, COMMUNICATIONS: [{ ...phone(2), VALUE: 'не адрес' }] })
  await add({ TYPE_ID: 6, PROVIDER_ID: 'CONFIGURABLE_REST_APP' })
  const own = { ...call, TYPE_ID: 6, PROVIDER_ID: 'REST_APP', PROVIDER_TYPE_ID: 'LINK' }
  await askByWebhook('crm.activity.add', { fields: own })
  const opened = await ask('crm.activity.add', { fields: own })
  for (const verb of ['get', 'update', 'delete'])
    await askByWebhook(`crm.activity.${verb}`, { id: opened, fields: { SUBJECT: 'Иначе' } })
  const id = await add({})
  const changes: Params[] = [
    { SUBJECT: '' },
    { TYPE_ID: 99 },
    { COMMUNICATIONS: [] },
    { COMMUNICATIONS: [phone(2), phone(3)] },
    { OWNER_ID: 999_999 },
    { TYPE_ID: 6, PROVIDER_ID: '' },
  ]
  for (const fields of changes) await ask('crm.activity.update', { id, fields })
  const drawn = { ...owner, fields: { deadline }, layout: exampleLayout }
  const { activity } = (await ask('crm.activity.configurable.add', drawn)) as { activity: { id: number } }
  await ask('crm.activity.update', { id: activity.id, fields: { SUBJECT: 'Иначе' } })
  const layout = { blocks: { one: { type: 'text', properties: { value: 'Текст' } } } }
  await ask('crm.activity.layout.blocks.set', { ...card, activityId: activity.id, layout })
  await ask('crm.activity.badge.get', { code: 'нет такого' })
  for (const verb of ['add', 'list', 'delete'])
    await ask(`crm.activity.type.${verb}`, { TYPE_ID: 'x', fields: { TYPE_ID: 'x', NAME: 'x' } }, tiny.manager)
}

async function ofBindings({ ask }: Refuser): Promise<void> {
  const { id } = (await ask('crm.activity.todo.add', { ...owner, deadline })) as { id: number }
  await ask('crm.activity.binding.delete', { activityId: id, ...card })
  const deals = [await ask('crm.deal.add', { fields: {} }), await ask('crm.deal.add', { fields: {} })]
  const deal = (entityId: unknown) => ({ entityTypeId: tiny.deals, entityId })
  for (const one of deals) await ask('crm.activity.binding.add', { activityId: id, ...deal(one) })
  const move = (targetEntityId: unknown) => ({
    activityId: id,
    sourceEntityTypeId: tiny.deals,
    sourceEntityId: deals[0],
    targetEntityTypeId: tiny.deals,
    targetEntityId,
  })
  for (const target of deals) await ask('crm.activity.binding.move', move(target))
}

async function ofTodos({ ask }: Refuser): Promise<void> {
  const { id } = (await ask('crm.activity.todo.add', { ...owner, deadline })) as { id: number }
  await ask('crm.activity.todo.update', { ...owner, id, deadline, parentActivityId: 999_999 })
  await ask('crm.activity.update', { id, fields: { COMPLETED: 'Y' } })
  const named = { ...owner, id, deadline, value: deadline, colorId: '2', responsibleId: 2 }
  for (const verb of ['update', 'updateColor', 'updateDeadline', 'updateDescription', 'updateResponsibleUser'])
    await ask(`crm.activity.todo.${verb}`, named)
}

async function ofConfigurable({ ask, changeApplication }: Refuser): Promise<void> {
  const drawn = { ...owner, fields: { deadline }, layout: exampleLayout }
  const { activity } = (await ask('crm.activity.configurable.add', drawn)) as { activity: { id: number } }
  const { header, footer } = exampleLayout
  const tag = { type: 'warning', title: 'метка' }
  const layouts: Params[] = [
    { header: { ...header, tags: { one: { ...tag, type: 'нет такого' } } } },
    { header: { ...header, tags: { one: tag, two: tag, three: tag } } },
    { header: { ...header, tags: { 'с пробелом': tag } } },
  ]
  const unmarked = { fields: { badgeCode: 'нет такого' }, layout: exampleLayout }
  const incoming = { fields: { deadline, isIncomingChannel: 'Y' }, layout: exampleLayout }
  for (const more of [
    incoming,
    unmarked,
    ...layouts.map((part) => ({ layout: { ...exampleLayout, footer, ...part } })),
  ]) {
    await ask('crm.activity.configurable.add', { ...drawn, ...more })
    await ask('crm.activity.configurable.update', { id: activity.id, ...drawn, ...more })
  }
  const message = { fields: { ...card, title: 'Рейс', text: 'Вышел', iconCode: 'info' } }
  const { logMessage } = (await ask('crm.timeline.logmessage.add', message)) as { logMessage: { id: number } }
  await ask('imbot.register', { CODE: 'first', EVENT_HANDLER: 'https://reis.example/bot', PROPERTIES: { NAME: 'Бот' } })
  const [bot] = Object.values((await ask('imbot.bot.list')) as Record<string, { ID: number }>)
  changeApplication()
  await ask('crm.activity.configurable.update', { id: activity.id, ...drawn })
  await ask('crm.timeline.logmessage.delete', { id: logMessage.id })
  await ask('imbot.message.add', { BOT_ID: bot?.ID, DIALOG_ID: '2', MESSAGE: 'Здравствуйте' })
}
