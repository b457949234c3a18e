import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventDeviations } from '../../sandbox/coverage-events.ts'
import { eventNames } from '../../sandbox/rules/event-names.ts'
import { knownScopes } from '../../sandbox/rules/scopes.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { eventShapesFile, formPath, readEventShapes } from '../support/documented-events.ts'
import { callAs, post, startListener, startTiny, testApp, type Listener } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'
import { exampleLayout } from '../support/working-requests-timeline.ts'
import { workingRequests, type Ask } from '../support/working-requests.ts'

const shapes = readEventShapes()

let sandbox: Sandbox
let listener: Listener
/** One delivery of each event, as it came. */
const heard = new Map<string, URLSearchParams>()

/** What no method does and a person would: telephones, bots and the application's own beginning and end. */
const byHand = ['ONIMBOTDELETE']

beforeAll(async () => {
  if (shapes === null) return
  sandbox = await startTiny({ app: { ...testApp, scope: knownScopes } })
  listener = await startListener()
  const ask = (method: string, params: Record<string, unknown> = {}) => callAs(sandbox, tiny.admin, method, params)
  for (const event of eventNames(sandbox.portal, null)) await ask('event.bind', { event, handler: listener.url })
  sandbox.portal.finishInstall(tiny.admin)
  for (const { method, params } of await workingRequests(ask, sandbox))
    if (!method.startsWith('event.')) await ask(method, params)
  const bot = { CODE: 'heard', EVENT_HANDLER: listener.url, PROPERTIES: { NAME: 'Бот' } }
  const botId = (await ask('imbot.register', bot)).body.result
  const id = (await ask('im.message.add', { DIALOG_ID: botId, MESSAGE: 'Здравствуйте' })).body.result
  await ask('im.message.update', { MESSAGE_ID: id, MESSAGE: 'Добрый день' })
  await ask('im.message.delete', { MESSAGE_ID: id })
  await ask('im.chat.add', { TITLE: 'С ботом', USERS: [botId] })
  await ask('imbot.unregister', { BOT_ID: botId })
  await whatNoSingleMethodShows(ask)
  await whatNobodyCalls(ask)
  await sandbox.portal.idle()
  await sandbox.portal.uninstall()
  for (const form of listener.received) heard.set(form.get('event') ?? '', form)
})

async function whatNoSingleMethodShows(ask: Ask): Promise<void> {
  const item = { entityTypeId: tiny.offers, fields: { title: 'Предложение' } }
  const offer = ((await ask('crm.item.add', item)).body.result as { item: { id: number } }).item.id
  await ask('crm.item.update', { ...item, id: offer, fields: { title: 'Иначе' } })
  await ask('crm.item.delete', { entityTypeId: tiny.offers, id: offer })
  const funnel = await ask('crm.category.add', { entityTypeId: tiny.deals, fields: { name: 'Постоянные' } })
  const { id: categoryId } = (funnel.body.result as { category: { id: number } }).category
  const deal = (
    (await ask('crm.item.add', { entityTypeId: tiny.deals, fields: {} })).body.result as {
      item: { id: number }
    }
  ).item.id
  await ask('crm.item.update', { entityTypeId: tiny.deals, id: deal, fields: { categoryId } })
  const LIST = [{ VALUE: 'Раз' }]
  for (const word of ['lead', 'deal', 'contact', 'company']) {
    const made = await ask(`crm.${word}.userfield.add`, {
      fields: { FIELD_NAME: 'HEARD', USER_TYPE_ID: 'enumeration' },
    })
    await ask(`crm.${word}.userfield.update`, { id: made.body.result, fields: { LIST } })
  }
  const entityId = `CRM_${tiny.requestRow}`
  const field = { entityId, fieldName: `UF_${entityId}_HEARD`, userTypeId: 'enumeration' }
  const added = await ask('userfieldconfig.add', { moduleId: 'crm', field })
  const { id } = (added.body.result as { field: { id: string } }).field
  await ask('userfieldconfig.update', { moduleId: 'crm', id, field: { enum: [{ value: 'Раз' }] } })
  await ask('event.bind', { event: 'ONCRMLEADUPDATE', event_type: 'offline' })
  await ask('crm.lead.update', { id: 5, fields: { COMMENTS: 'для очереди' } })
  await pressButton(ask)
  await useTelephone()
  const [written] = sandbox.portal.state.channels.messages.list()
  const MESSAGE_ID = written?.messageId
  await ask('im.message.update', { MESSAGE_ID, MESSAGE: 'Уже едет' })
  await ask('im.message.delete', { MESSAGE_ID })
}

/** Somebody presses a button that the application has drawn on a card. */
async function pressButton(ask: Ask): Promise<void> {
  const drawn = { ownerTypeId: tiny.leads, ownerId: 5, fields: {}, layout: exampleLayout }
  const made = await ask('crm.activity.configurable.add', drawn)
  const activityId = (made.body.result as { activity: { id: number } }).activity.id
  const press = { entityTypeId: tiny.leads, id: 5, activityId, path: 'footer/menu/items/confirm/action' }
  await post(`${sandbox.url}/sandbox/press`, { viewerId: tiny.admin, ...press })
}

/** The market and an administrator do something to the application and to its open line. */
async function whatNobodyCalls(ask: Ask): Promise<void> {
  const door = (path: string, body: Record<string, unknown>) => post(`${sandbox.url}/sandbox/${path}`, body)
  await door('app/update', { version: '2.1.0' })
  await door('app/payment', { status: 'S', days: 28 })
  await door('app/method-decision', { method: 'voximplant.user.get', isConfirmed: true })
  const ICON = { DATA_IMAGE: 'data:image/svg+xml,%3Csvg/%3E' }
  await ask('imconnector.register', { ID: 'heard', NAME: 'Канал', ICON, PLACEMENT_HANDLER: listener.url })
  for (const LINE of [107, 108]) await ask('imconnector.activate', { CONNECTOR: 'heard', LINE, ACTIVE: 1 })
  await fetch(`${sandbox.url}/sandbox/open-lines/107/connectors/heard`, { method: 'DELETE' })
  await fetch(`${sandbox.url}/sandbox/open-lines/108`, { method: 'DELETE' })
}

/** Somebody presses a number, a client asks to be called back, and one calls himself. */
async function useTelephone(): Promise<void> {
  const call = { userId: tiny.manager, number: '+79990000000' }
  await post(`${sandbox.url}/sandbox/phone-calls`, { ...call, direction: 'outgoing' })
  await post(`${sandbox.url}/sandbox/phone-calls`, { ...call, direction: 'callback' })
  const { body } = await post(`${sandbox.url}/sandbox/phone-calls`, call)
  const { id } = body['call'] as { id: string }
  for (const step of ['connect', 'finish']) await post(`${sandbox.url}/sandbox/phone-calls/${id}/${step}`)
}

afterAll(async () => {
  await sandbox?.close()
  await listener?.close()
})

const isListed = (event: string, path?: string): boolean =>
  eventDeviations.some(
    (row) =>
      row.events.includes(event) &&
      (path === undefined ? row.paths === undefined : (row.paths ?? []).includes(path) || row.paths === undefined),
  )

/** Only what the delivery as a whole promises is looked for outside of `data`; a token pair comes with two events alone. */
const isPromised = (path: string): boolean => path !== 'auth.refresh_token' && path !== 'auth.user_id'

test('what an application hears has the documented keys, all else is listed', (context) => {
  if (shapes === null) {
    console.warn(
      `The documented events are not at ${eventShapesFile} (EVENT_SHAPES), so nothing was held against them.`,
    )
    return
  }
  context.annotate(`${heard.size} events heard of ${shapes.size} documented`)
  const silent: string[] = []
  const absent: string[] = []
  for (const [event, { payloadShape }] of shapes) {
    const form = heard.get(event)
    if (!form) {
      if (!isListed(event)) silent.push(event)
      continue
    }
    const keys = [...form.keys()]
    for (const [path, type] of Object.entries(payloadShape ?? {})) {
      if (/^(?:array|object|null)$/.test(type) || !isPromised(path) || isListed(event, path)) continue
      if (!keys.some((key) => formPath(path).test(key))) absent.push(`${event} ${path}`)
    }
  }
  expect({ silent, absent }).toEqual({ silent: [], absent: [] })
})

test('every documented event can be subscribed to, and what is listed as silent is', () => {
  if (shapes === null) return
  const known = new Set([...eventNames(sandbox.portal, null), ...byHand])
  expect([...shapes.keys()].filter((event) => !known.has(event))).toEqual([])
  const silent = eventDeviations.filter((row) => row.paths === undefined).flatMap((row) => row.events)
  expect(silent.filter((event) => heard.has(event))).toEqual([])
})
