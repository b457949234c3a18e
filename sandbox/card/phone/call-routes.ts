import { Hono } from 'hono'
import type { Context } from 'hono'
import type { CallBinding, CallDirection, PhoneCall } from '../../rules/phone-calls.ts'
import type { Desk } from '../desk.ts'
import { bodyOf, isRecord } from '../page-body.ts'
import { PageError } from '../page-error.ts'
import { wordsIn } from '../words.ts'
import { CRM_TYPE_IDS } from './call-view.ts'
import { callerBy, withOpenDeal } from './caller.ts'

/**
 * Calls that are only pretended, for the page's own buttons and for tests:
 * `POST /phone-calls { userId, number, direction?, crm?: { type, id }, line? }` begins one and answers with it, then
 * `/connect`, `/finish { failedCode? }`, `/client { crm }`, `/create { type }`, `/hide` on its id.
 */
export function callRoutes(desk: Desk): Hono {
  const app = new Hono()
  app.get('/phone-calls', (c) => c.json({ calls: desk.phone.shownTo(Number(c.req.query('userId'))) }))
  app.post('/phone-calls', async (c) => c.json({ call: await begin(desk, await bodyOf(c)) }))
  app.post('/phone-calls/:id/connect', (c) => c.json({ call: existing(desk.phone.connect(idOf(c))) }))
  app.post('/phone-calls/:id/finish', async (c) => {
    const { failedCode } = await bodyOf(c)
    const code = typeof failedCode === 'string' ? failedCode : null
    return c.json({ call: existing(desk.phone.finish(idOf(c), code)) })
  })
  app.post('/phone-calls/:id/hide', (c) => c.json({ call: existing(desk.phone.hide(idOf(c))) }))
  app.post('/phone-calls/:id/client', async (c) => {
    const crm = bindingOf((await bodyOf(c)).crm)
    if (!crm) throw new PageError(400, 'notFound')
    return c.json({ call: existing(desk.phone.bind(idOf(c), crm)) })
  })
  app.post('/phone-calls/:id/create', async (c) => {
    const call = existing(desk.phone.get(idOf(c)))
    const type = (await bodyOf(c)).type === 'CONTACT' ? 'CONTACT' : 'LEAD'
    return c.json({ call: existing(desk.phone.bind(call.id, await newClient(desk, call, type))) })
  })
  return app
}

async function begin(desk: Desk, body: Record<string, unknown>): Promise<PhoneCall> {
  const wanted = body.userId ?? body.viewerId
  const person = desk.people().find((one) => one.id === wanted && one.active)
  if (!person) throw new PageError(400, 'unknownUser')
  const number = String(body.number ?? '')
  const named = bindingOf(body.crm)
  const found = named
    ? { crm: named, bindings: await withOpenDeal(desk, named, [named]) }
    : await callerBy(desk, number)
  const line = isRecord(body.line)
    ? { number: String(body.line.number ?? ''), name: String(body.line.name ?? '') }
    : null
  const direction = directionOf(body.direction)
  const order = { userId: person.id, number, line: line?.number ?? '', crm: found.crm }
  const id = direction === 'outgoing' ? desk.dialOutside(order) : null
  if (direction === 'callback') desk.callBackOutside(order)
  return desk.phone.start({
    ...(id === null ? {} : { id }),
    userId: person.id,
    number,
    direction,
    ...found,
    ...(line ? { line } : {}),
    pageId: typeof body.pageId === 'string' ? body.pageId : null,
  })
}

/** A lead or a contact made from the call card, by the person whose call it is. */
async function newClient(desk: Desk, call: PhoneCall, type: 'LEAD' | 'CONTACT'): Promise<CallBinding> {
  const words = wordsIn(desk.language)
  const fm = call.number === '' ? [] : [{ typeId: 'PHONE', valueType: 'WORK', value: call.number }]
  const title = `${words.callerLead} ${call.number}`.trim()
  const fields = type === 'LEAD' ? { title, fm } : { name: title, fm }
  const params = { entityTypeId: CRM_TYPE_IDS[type], fields: { ...fields, assignedById: call.userId } }
  const { result } = await desk.call<{ item: { id: number } }>(call.userId, 'crm.item.add', params)
  return { type, id: result.item.id }
}

function bindingOf(value: unknown): CallBinding | null {
  if (!isRecord(value)) return null
  const type = Object.keys(CRM_TYPE_IDS).find((name) => name === String(value.type).toUpperCase())
  const id = Number(value.id)
  return type && Number.isInteger(id) && id > 0 ? { type: type as CallBinding['type'], id } : null
}

function directionOf(value: unknown): CallDirection {
  return value === 'outgoing' || value === 'callback' ? value : 'incoming'
}

const idOf = (c: Context): string => c.req.param('id') ?? ''

function existing(call: PhoneCall | null): PhoneCall {
  if (!call) throw new PageError(404, 'noCall')
  return call
}
