import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CARRIERS, CAST } from '../../sandbox/seeds/cast.ts'
import type { Captured } from '../../contract/capture.ts'
import { captureDesk, capture, known, load, priced } from '../support/capture-desk.ts'
import { leadOf, openCapture } from '../support/capture-visit.ts'
import { portalFacts } from '../support/portal-facts.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let portal: ReturnType<typeof portalFacts>
let desk: ReturnType<typeof captureDesk>
beforeAll(async () => {
  world = await startWorld()
  portal = portalFacts(world)
  desk = captureDesk(world)
})
afterAll(() => world?.close())
beforeEach(() => world.sandbox.portal.faults.clear())

test('a client is not taken for a carrier, wherever his number stands', async () => {
  const { items } = await world.rest<{ items: { id: number }[] }>('crm.item.list', {
    entityTypeId: 4,
    filter: { typeId: 'CUSTOMER' },
    select: ['id'],
  })
  const visit = await desk.onLead(await leadOf(world, '+7 999 555-44-33'))
  const answer = await visit.post(capture(priced(), { carrier: known(items[0]!.id) }))
  expect(answer.status).toBe(404)
})

test('what is typed and not sent waits where it was typed, for him who typed it', async () => {
  const leadId = await leadOf(world, '+7 999 555-44-33')
  const visit = await desk.onLead(leadId)
  const draft = { callId: null, draft: { rate: '85к' } }
  expect((await world.api(visit.session, 'PUT', '/api/capture-drafts', draft)).status).toBe(204)
  expect((await desk.onLead(leadId)).start.draft).toEqual({ rate: '85к' })
  const other = await desk.onCompany(CARRIERS.sidorov, CAST.secondLogist)
  expect(other.start.draft).toBeNull()
})

test('in a call the number is enough: it never reaches the page, and the press still knows it', async () => {
  const phone = await portal.phoneOf(CARRIERS.okaExpress)
  const options = { CALL_ID: 'externalCall.test.1', PHONE_NUMBER: phone, CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0' }
  const visit = await openCapture(world, CAST.logist, 'CALL_CARD', options)
  expect(visit.start).toMatchObject({ callId: 'externalCall.test.1', carrier: { companyId: CARRIERS.okaExpress } })
  expect(JSON.stringify(visit.start)).not.toContain(phone.replaceAll(/\D/g, '').slice(-7))
  const input = capture(priced(), { callId: 'externalCall.test.1', carrier: known(CARRIERS.okaExpress) })
  await desk.sent(visit, input)
  const { fields } = world.map.processes.offer
  expect(await desk.offerBy(input.key)).toMatchObject({ [fields.SOURCE!.name]: fields.SOURCE!.elements!.call })
})

test('what should be known is said before the press: a rate out of range, an offer made already', async () => {
  const visit = await desk.onCompany(CARRIERS.sidorov)
  await desk.sent(visit, capture(priced()))
  const check = async (minor: number) => {
    const rate = { minor, currency: 'RUB', per: 'trip' }
    const body = { callId: null, companyId: CARRIERS.sidorov, load, rate, vat: '22', phone: null }
    const answer = await world.api(visit.session, 'POST', '/api/capture-checks', body)
    return ((await answer.json()) as { code: string }[]).map(({ code }) => code)
  }
  expect(await check(1_000_000)).toEqual(expect.arrayContaining(['offered_already', 'rate_low']))
  expect(await check(90_000_000)).toContain('rate_high')
})

test('a caller whose number our copy does not know is found by the portal itself', async () => {
  const phone = '+7 917 555-66-77'
  const { item: made } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 4,
    fields: {
      title: 'ООО «Свежий след»',
      typeId: 'SUPPLIER',
      fm: [{ typeId: 'PHONE', valueType: 'WORK', value: phone }],
    },
  })
  await world.settle()
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  await store.deleteFrom('phone').where('ownerKind', '=', 'company').where('ownerId', '=', made.id).execute()
  await store.deleteFrom('company').where('id', '=', made.id).execute()
  const options = { CALL_ID: 'externalCall.test.2', PHONE_NUMBER: phone, CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0' }
  const asked = () => world.sandbox.portal.calls.read().byMethod['crm.duplicate.findbycomm'] ?? 0
  const before = asked()
  const { start } = await openCapture(world, CAST.logist, 'CALL_CARD', options)
  expect(asked()).toBe(before + 1)
  expect([start.carrier, ...start.others].flatMap((one) => one?.name ?? [])).toEqual(['ООО «Свежий след»'])
  await openCapture(world, CAST.logist, 'CALL_CARD', { ...options, CALL_ID: 'externalCall.test.3' })
  expect(asked()).toBe(before + 1)
})

test('a number another carrier has, and a new one of a carrier on the road, are said before the press', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const running = await store
    .selectFrom('load')
    .select('carrierCompanyId')
    .where('kind', '=', 'order')
    .where('semantics', '=', 'P')
    .where('carrierCompanyId', 'is not', null)
    .executeTakeFirstOrThrow()
  const companyId = running.carrierCompanyId!
  const visit = await desk.onCompany(companyId)
  const check = async (phone: string | null) => {
    const body = { callId: null, companyId, load: null, rate: null, vat: null, phone }
    const answer = await world.api(visit.session, 'POST', '/api/capture-checks', body)
    return (await answer.json()) as { code: string; names?: string[] }[]
  }
  expect(await check(null)).toEqual([])
  expect((await check('8 916 222-33-44')).map(({ code }) => code)).toEqual(['contact_changes_on_trip'])
  const other = [CARRIERS.okaExpress, CARRIERS.himtrans].find((id) => id !== companyId)!
  const found = await check(await portal.phoneOf(other))
  expect(found.map(({ code }) => code)).toEqual(['phone_elsewhere', 'contact_changes_on_trip'])
  expect(found[0]!.names!.length).toBeGreaterThan(0)
})

test('another number of a carrier with our load on board is told to the head of whoever wrote it', async () => {
  const room = (await world.context.api.openRoom(world.sandbox.memberId))!
  const running = await room.store
    .selectFrom('load')
    .select('carrierCompanyId')
    .where('kind', '=', 'order')
    .where('semantics', '=', 'P')
    .where('carrierCompanyId', 'is not', null)
    .executeTakeFirstOrThrow()
  const companyId = running.carrierCompanyId!
  const visit = await desk.onCompany(companyId)
  const busy: Captured = {
    action: 'busy',
    load: null,
    nowPlace: null,
    freePlace: 'Уфа',
    freeOn: null,
    directions: [],
    comment: null,
  }
  const { key } = await desk.sent(
    visit,
    capture(busy, { carrier: known(companyId), contact: { name: 'Новый диспетчер', phone: '+7 916 777-77-77' } }),
  )
  const { steps } = await visit.write(key)
  expect(steps.filter((step) => step.command === 'notify-manager').map((step) => step.state)).toEqual(['done'])
})
