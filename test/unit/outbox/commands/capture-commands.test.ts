import { expect, test } from 'vitest'
import type { Delivery } from '../../../../server/outbox/command.ts'
import { addCompany } from '../../../../server/outbox/commands/add-company.ts'
import { addContact } from '../../../../server/outbox/commands/add-contact.ts'
import { addRequisite } from '../../../../server/outbox/commands/add-requisite.ts'
import { answerRobot } from '../../../../server/outbox/commands/answer-robot.ts'
import { linkCaller } from '../../../../server/outbox/commands/link-caller.ts'
import { PortalError } from '../../../../server/errors.ts'
import { defaultMap, fakePortal, type FakeCall } from '../../../support/fake-portal.ts'

const KEY = 'a-press-of-the-form-1'
type Answers = Record<string, unknown | ((call: FakeCall) => unknown)>

/** A portal that answers each method as told, and is asked for nothing else. */
function delivery<Payload>(payload: Payload, answers: Answers, earlier: Record<number, number | null> = {}) {
  const portal = fakePortal((call) => {
    if (!(call.method in answers)) throw new Error(`Nobody should call ${call.method}`)
    const answer = answers[call.method]
    return typeof answer === 'function' ? (answer as (call: FakeCall) => unknown)(call) : answer
  })
  const made: Delivery<Payload> = {
    client: portal.client(7),
    map: defaultMap(),
    payload,
    chainKey: KEY,
    userId: 7,
    acceptedAt: '2026-11-23T09:00:00.000Z',
    earlier: async (position) => earlier[position] ?? null,
  }
  const written = (method: string) => portal.calls.filter((call) => call.method === method).map(({ params }) => params)
  return { made, portal, written }
}

const company = { title: 'ООО «Вектор»', taxNumber: null, phone: '+79161112233' }

test('a new carrier is a company of ours by originator and key, with its phone', async () => {
  const { made, written } = delivery(company, {
    'crm.duplicate.findbycomm': [],
    'crm.item.add': { item: { id: 700 } },
  })
  expect(await addCompany.send(made)).toBe(700)
  expect(written('crm.item.add')).toMatchObject([
    {
      entityTypeId: 4,
      fields: {
        title: 'ООО «Вектор»',
        assignedById: 7,
        originatorId: 'reis',
        originId: KEY,
        fm: [{ typeId: 'PHONE', value: '+79161112233' }],
      },
    },
  ])
})

test('a company the portal has by that taxpayer’s number is taken, whatever it is called', async () => {
  const { made } = delivery({ ...company, taxNumber: '7707083893' }, { 'crm.requisite.list': [{ ENTITY_ID: '31' }] })
  expect(await addCompany.send(made)).toBe(31)
})

test('of companies with that phone only the one of that name is taken: a number may be of several', async () => {
  const found = {
    'crm.duplicate.findbycomm': { COMPANY: [41, 42] },
    'crm.item.list': {
      items: [
        { id: 41, title: 'ИП Громов' },
        { id: 42, title: 'Вектор, ООО' },
      ],
    },
    'crm.item.add': { item: { id: 701 } },
  }
  expect(await addCompany.send(delivery(company, found).made)).toBe(42)
  const other = delivery({ ...company, title: 'ООО «Скаляр»' }, found)
  expect(await addCompany.send(other.made)).toBe(701)
})

test('the proof of a company, and of a contact, is what carries our key', async () => {
  for (const [command, payload, entityTypeId] of [
    [addCompany, company, 4],
    [addContact, { company: { id: 5 }, name: 'Игорь', phone: null }, 3],
  ] as const) {
    const there = delivery(payload as never, { 'crm.item.list': { items: [{ id: 700 }] } })
    expect(await command.findProof(there.made)).toEqual({ portalId: 700 })
    expect(there.written('crm.item.list')).toMatchObject([
      { entityTypeId, filter: { '=originatorId': 'reis', '=originId': KEY } },
    ])
    expect(await command.findProof(delivery(payload as never, { 'crm.item.list': { items: [] } }).made)).toBeNull()
  }
})

test('a person is written under the company that an earlier step has made; one of that company with that phone is taken', async () => {
  const payload = { company: { step: 0 }, name: 'Игорь', phone: '+79161112233' }
  const standing = {
    'crm.duplicate.findbycomm': { CONTACT: [9, 10] },
    'crm.item.list': {
      items: [
        { id: 9, companyId: 6 },
        { id: 10, companyId: 5 },
      ],
    },
    'crm.item.add': { item: { id: 800 } },
  }
  expect(await addContact.send(delivery(payload, standing, { 0: 5 }).made)).toBe(10)
  const stranger = delivery(payload, standing, { 0: 77 })
  expect(await addContact.send(stranger.made)).toBe(800)
  expect(stranger.written('crm.item.add')).toMatchObject([
    { entityTypeId: 3, fields: { companyId: 77, name: 'Игорь' } },
  ])
})

test('what hangs on a company that was not made is not made either', async () => {
  const payload = { company: { step: 0 }, name: 'Игорь', phone: null }
  await expect(addContact.send(delivery(payload, {}).made)).rejects.toMatchObject({ reason: 'dependency_refused' })
})

const requisite = {
  company: { id: 5 },
  title: 'ИП Новиков',
  taxNumber: '500100732259',
  isPerson: true,
  kpp: '773601001',
  registerNumber: '304500116000157',
}
const presets = [
  { ID: '1', XML_ID: '#CRM_REQUISITE_PRESET_DEF_RU_COMPANY#', NAME: 'Организация' },
  { ID: '3', XML_ID: '#CRM_REQUISITE_PRESET_DEF_RU_INDIVIDUAL#', NAME: 'ИП' },
]

test('requisites of a sole trader are of his kind, with OGRNIP and no KPP; of a company the other way about', async () => {
  const answers = { 'crm.requisite.list': [], 'crm.requisite.preset.list': presets, 'crm.requisite.add': 900 }
  const person = delivery(requisite, answers)
  expect(await addRequisite.send(person.made)).toBe(900)
  const [{ fields }] = person.written('crm.requisite.add') as [{ fields: Record<string, unknown> }]
  expect(fields).toMatchObject({
    ENTITY_TYPE_ID: 4,
    ENTITY_ID: 5,
    PRESET_ID: 3,
    RQ_INN: '500100732259',
    RQ_OGRNIP: '304500116000157',
  })
  expect(fields).not.toHaveProperty('RQ_KPP')
  const firm = delivery({ ...requisite, isPerson: false, registerNumber: '1027700132195' }, answers)
  await addRequisite.send(firm.made)
  expect(firm.written('crm.requisite.add')).toMatchObject([
    { fields: { PRESET_ID: 1, RQ_KPP: '773601001', RQ_OGRN: '1027700132195' } },
  ])
})

test('a number that stands already is its own proof, and is not written twice', async () => {
  const { made } = delivery(requisite, { 'crm.requisite.list': [{ ID: '44' }] })
  expect(await addRequisite.send(made)).toBe(44)
  expect(await addRequisite.findProof(made)).toEqual({ portalId: 44 })
})

const lead = { card: { kind: 'lead' as const, id: 3 }, company: { id: 5 }, contact: { id: 8 } }

test('a lead is tied to company and person; who is there already stays', async () => {
  const free = delivery(lead, { 'crm.item.get': { item: { companyId: null, contactId: 0 } }, 'crm.item.update': {} })
  expect(await linkCaller.send(free.made)).toBe(3)
  expect(free.written('crm.item.update')).toMatchObject([
    { entityTypeId: 1, id: 3, fields: { companyId: 5, contactId: 8 } },
  ])
  const known = delivery(lead, { 'crm.item.get': { item: { companyId: null, contactId: 2 } }, 'crm.item.update': {} })
  await linkCaller.send(known.made)
  expect(known.written('crm.item.update')).toEqual([{ entityTypeId: 1, id: 3, fields: { companyId: 5 } }])
})

test('a lead somebody has tied to another company meanwhile is left to people', async () => {
  const taken = delivery(lead, { 'crm.item.get': { item: { companyId: 6, contactId: 0 } } })
  await expect(linkCaller.send(taken.made)).rejects.toMatchObject({ reason: 'changed_meanwhile' })
  expect(await linkCaller.findProof(taken.made)).toBeNull()
  const done = delivery(lead, { 'crm.item.get': { item: { companyId: 5, contactId: 8 } } })
  expect(await linkCaller.send(done.made)).toBe(3)
  expect(await linkCaller.findProof(done.made)).toEqual({ portalId: 3 })
})

test('a process hears whether it was accepted, and why not; a token used up is an answer that came through', async () => {
  const payload = { eventToken: 'token-of-a-step', accepted: false, error: 'Wrong input: rate' }
  const { made, written } = delivery(payload, { 'bizproc.event.send': true })
  await answerRobot.send(made)
  expect(written('bizproc.event.send')).toEqual([
    { EVENT_TOKEN: 'token-of-a-step', RETURN_VALUES: { accepted: 'N', error: 'Wrong input: rate' } },
  ])
  const refusing = (code: string) =>
    delivery(payload, {
      'bizproc.event.send': () => {
        throw new PortalError('bizproc.event.send', code, 403, { retryable: false })
      },
    })
  expect(await answerRobot.send(refusing('ACCESS_DENIED').made)).toBeNull()
  await expect(answerRobot.send(refusing('INTERNAL_SERVER_ERROR').made)).rejects.toBeInstanceOf(PortalError)
})
