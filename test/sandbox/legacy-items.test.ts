import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, startListener, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const ask = (method: string, params: Record<string, unknown>, userId: number = tiny.admin) =>
  callAs(sandbox, userId, method, params)

const addLead = async (fields: Record<string, unknown>, userId: number = tiny.admin): Promise<number> =>
  Number((await ask('crm.lead.add', { fields }, userId)).body.result)

test('a lead written by the older methods is the same lead to the newer ones', async () => {
  const phone = { VALUE: '+7 999 111-22-33', VALUE_TYPE: 'MOBILE' }
  const id = await addLead({ TITLE: 'Звонок', STATUS_ID: 'PAUSE', PHONE: [phone], ADDRESS_CITY: 'Казань' })
  const newer = await ask('crm.item.get', { entityTypeId: tiny.leads, id })
  expect(newer.body.result).toMatchObject({
    item: { title: 'Звонок', stageId: 'PAUSE', fm: [{ typeId: 'PHONE', value: '+7 999 111-22-33' }] },
  })
  const older = await ask('crm.lead.get', { id })
  expect(older.body.result).toMatchObject({
    ID: String(id),
    STATUS_ID: 'PAUSE',
    STATUS_SEMANTIC_ID: 'P',
    HAS_PHONE: 'Y',
    PHONE: [phone],
    ADDRESS_CITY: 'Казань',
    ADDRESS_REGION: null,
  })
})

test('a phone is changed, added and taken away row by row', async () => {
  const id = await addLead({ TITLE: 'Телефоны', PHONE: [{ VALUE: '+79990000001', VALUE_TYPE: 'WORK' }] })
  const phones = async () =>
    ((await ask('crm.lead.get', { id })).body.result as { PHONE?: { ID: string; VALUE: string }[] }).PHONE ?? []
  const [first] = await phones()
  await ask('crm.lead.update', {
    id,
    fields: { PHONE: [{ ID: first?.ID, VALUE: '+79990000002' }, { VALUE: '+79990000003' }] },
  })
  expect((await phones()).map((row) => row.VALUE)).toEqual(['+79990000002', '+79990000003'])
  await ask('crm.lead.update', { id, fields: { PHONE: [{ ID: first?.ID, DELETE: 'Y' }] } })
  expect((await phones()).map((row) => row.VALUE)).toEqual(['+79990000003'])
})

test('older methods refuse in words alone', async () => {
  const words = async (method: string, params: Record<string, unknown>, userId: number = tiny.admin) => {
    const { status, body } = await ask(method, params, userId)
    return [status, body.error, body.error_description]
  }
  expect(await words('crm.lead.get', { id: 999 })).toEqual([400, '', 'Not found'])
  expect(await words('crm.lead.update', { id: 'x', fields: {} })).toEqual([400, '', 'ID is not defined or invalid.'])
  expect(await words('crm.lead.add', {})).toEqual([400, '', "Parameter 'fields' must be array."])
  expect(await words('crm.lead.add', { fields: { TITLE: 'x' } }, tiny.logist)).toEqual([400, '', 'Access denied.'])
  expect(await words('crm.lead.delete', { id: 5 }, tiny.logist)).toEqual([400, '', 'Access denied.'])
})

test('a company shows the addresses of its requisite among its own fields', async () => {
  const requisite = await ask('crm.requisite.add', {
    fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: 3, PRESET_ID: 1, NAME: 'Основной' },
  })
  const address = { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: requisite.body.result, ADDRESS_1: 'ул. Труда, 1' }
  await ask('crm.address.add', { fields: address })
  const { body } = await ask('crm.company.get', { id: 3 })
  expect(body.result).toMatchObject({ REG_ADDRESS: 'ул. Труда, 1', ADDRESS: null })
})

test('a field of leads made by the older methods is written and read by its name, and its life is told', async () => {
  const listener = await startListener()
  sandbox.portal.finishInstall()
  for (const action of ['ADD', 'DELETE'])
    await ask('event.bind', { event: `ONCRMLEADUSERFIELD${action}`, handler: listener.url })
  const fields = { FIELD_NAME: 'CARGO', USER_TYPE_ID: 'string', EDIT_FORM_LABEL: { ru: 'Груз' } }
  const made = await ask('crm.lead.userfield.add', { fields })
  expect((await ask('crm.lead.userfield.add', { fields })).body.error).toBe('ERROR_CORE')
  const id = await addLead({ TITLE: 'С полем', UF_CRM_CARGO: 'плитка' })
  expect((await ask('crm.lead.get', { id })).body.result).toMatchObject({ UF_CRM_CARGO: 'плитка' })
  const described = (await ask('crm.lead.fields', {})).body.result as Record<string, unknown>
  expect(described['UF_CRM_CARGO']).toMatchObject({ isDynamic: true, formLabel: 'Груз' })
  expect((await ask('crm.lead.userfield.list', {}, tiny.manager)).body.error).toBe('ACCESS_DENIED')
  expect((await ask('crm.deal.userfield.get', { id: made.body.result })).body.error).toBe('ERROR_NOT_FOUND')
  await ask('crm.lead.userfield.delete', { id: made.body.result })
  await sandbox.portal.idle()
  expect(listener.received.map((form) => form.get('data[FIELDS][FIELD_NAME]') ?? form.get('data[FIELD_NAME]'))).toEqual(
    ['UF_CRM_CARGO', 'UF_CRM_CARGO'],
  )
  await listener.close()
})
