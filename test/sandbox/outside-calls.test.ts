import { afterAll, beforeAll, expect, test } from 'vitest'
import { startListeningPortal, type ListeningPortal } from '../support/listening-portal.ts'
import { post } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let portal: ListeningPortal

beforeAll(async () => {
  portal = await startListeningPortal()
})
afterAll(() => portal.close())

test('an outside call finds its client, is one call however often it is told, and leaves an activity on his card', async () => {
  const call = { USER_ID: tiny.manager, PHONE_NUMBER: '+7 (999) 000-00-01', TYPE: 2, EXTERNAL_CALL_ID: 'pbx-1' }
  const first = await portal.ask('telephony.externalCall.register', call)
  expect(first.body.result).toMatchObject({ CRM_ENTITY_TYPE: 'COMPANY', CRM_ENTITY_ID: 3, CRM_CREATED_LEAD: null })
  const { CALL_ID } = first.body.result as { CALL_ID: string }
  expect((await portal.ask('telephony.externalCall.register', call)).body.result).toMatchObject({ CALL_ID })
  expect(portal.sandbox.portal.phone.shownTo(tiny.manager).map((one) => one.id)).toEqual([CALL_ID])
  await portal.ask('event.bind', { event: 'ONVOXIMPLANTCALLEND', handler: portal.listener.url })
  const ended = await portal.ask('telephony.externalCall.finish', { CALL_ID, USER_ID: tiny.manager, DURATION: 65 })
  const { CRM_ACTIVITY_ID } = ended.body.result as { CRM_ACTIVITY_ID: number }
  expect((await portal.ask('crm.activity.get', { id: CRM_ACTIVITY_ID })).body.result).toMatchObject({
    OWNER_TYPE_ID: '4',
    OWNER_ID: '3',
    TYPE_ID: '2',
    DIRECTION: '1',
    COMPLETED: 'Y',
  })
  const [form] = await portal.heard('ONVOXIMPLANTCALLEND')
  expect(form?.get('data[CALL_DURATION]')).toBe('65')
})

test.each([
  [{ PHONE_NUMBER: '+79990000001', TYPE: 2 }, 'USER_ID or USER_PHONE_INNER should be set'],
  [{ USER_ID: 3, PHONE_NUMBER: '+79990000001', TYPE: 9 }, 'Unknown TYPE'],
  [{ USER_ID: 3, PHONE_NUMBER: 'никто', TYPE: 2 }, 'Unsupported phone number format'],
  [{ USER_ID: 99, PHONE_NUMBER: '+79990000001', TYPE: 2 }, 'User is not found or is not active'],
])('the call %j is refused: %s', async (params, description) => {
  const refused = await portal.ask('telephony.externalCall.register', params)
  expect(refused.body).toMatchObject({ error: 'ERROR_CORE', error_description: description })
})

test('a stranger’s call makes a lead when it is asked to', async () => {
  const call = { USER_ID: tiny.manager, PHONE_NUMBER: '+7 999 777-00-00', TYPE: 2, CRM_CREATE: 1 }
  const made = await portal.ask('telephony.externalCall.register', call)
  expect(made.body.result).toMatchObject({ CRM_ENTITY_TYPE: 'LEAD', CRM_CREATED_LEAD: expect.any(Number) })
})

test('a number pressed in a card is dialled by the application’s exchange, which ends the call under the id it was given', async () => {
  const events = ['ONEXTERNALCALLSTART', 'ONVOXIMPLANTCALLINIT', 'ONVOXIMPLANTCALLSTART', 'ONVOXIMPLANTCALLEND']
  for (const event of events) await portal.ask('event.bind', { event, handler: portal.listener.url })
  const press = {
    userId: tiny.manager,
    number: '8 999 000-00-00',
    direction: 'outgoing',
    crm: { type: 'COMPANY', id: 2 },
  }
  await post(`${portal.sandbox.url}/sandbox/phone-calls`, press)
  const [start] = await portal.heard('ONEXTERNALCALLSTART')
  expect(Object.fromEntries(start ?? [])).toMatchObject({
    'data[PHONE_NUMBER]': '89990000000',
    'data[PHONE_NUMBER_INTERNATIONAL]': '+79990000000',
    'data[USER_ID]': String(tiny.manager),
    'data[CRM_ENTITY_TYPE]': 'COMPANY',
    'data[CRM_ENTITY_ID]': '2',
  })
  const CALL_ID = start?.get('data[CALL_ID]') ?? ''
  expect(portal.sandbox.portal.phone.shownTo(tiny.manager).map((call) => call.id)).toContain(CALL_ID)
  await post(`${portal.sandbox.url}/sandbox/phone-calls/${CALL_ID}/connect`)
  await portal.ask('telephony.externalcall.finish', {
    CALL_ID,
    USER_ID: tiny.manager,
    DURATION: 30,
    STATUS_CODE: '200',
  })
  for (const event of events.slice(1)) {
    const told = (await portal.heard(event)).filter((form) => form.get('data[CALL_ID]') === CALL_ID)
    expect(told).toHaveLength(1)
  }
  const timeline = await portal.ask('crm.activity.list', { filter: { OWNER_TYPE_ID: tiny.companies, OWNER_ID: 2 } })
  expect(timeline.body.result).toMatchObject([{ PROVIDER_ID: 'VOXIMPLANT_CALL', DIRECTION: '2' }])
})

test('an application has lines of its own, each number once, and a record of a call is fetched from the disk', async () => {
  const line = { NUMBER: '+74951112233', NAME: 'Перевозки' }
  expect((await portal.ask('telephony.externalLine.add', line)).body.result).toMatchObject({ ID: expect.any(Number) })
  expect((await portal.ask('telephony.externalLine.add', line)).body.error_description).toBe('Line already exists')
  await portal.ask('telephony.externalLine.update', { NUMBER: line.NUMBER, CRM_AUTO_CREATE: 'N' })
  expect((await portal.ask('telephony.externalLine.get', {})).body.result).toEqual([{ ...line, CRM_AUTO_CREATE: 'N' }])
  await portal.ask('telephony.externalLine.delete', { NUMBER: line.NUMBER })
  expect((await portal.ask('telephony.externalLine.update', line)).body.error).toBe('ERROR_CORE')
  const call = { USER_ID: tiny.manager, PHONE_NUMBER: '+79990000001', TYPE: 2 }
  const { CALL_ID } = (await portal.ask('telephony.externalcall.register', call)).body.result as { CALL_ID: string }
  const record = { CALL_ID, FILENAME: 'call.mp3', FILE_CONTENT: Buffer.from('звук').toString('base64') }
  const { FILE_ID } = (await portal.ask('telephony.externalcall.attachRecord', record)).body.result as {
    FILE_ID: number
  }
  const file = (await portal.ask('disk.file.get', { id: FILE_ID })).body.result as { DOWNLOAD_URL: string }
  expect(await (await fetch(file.DOWNLOAD_URL)).text()).toBe('звук')
  const bare = (await portal.ask('telephony.externalcall.attachRecord', { CALL_ID, FILENAME: 'call.mp3' })).body.result
  expect(bare).toMatchObject({ fieldName: 'file', uploadUrl: expect.stringContaining('/rest/upload.json?token=') })
  expect((await portal.ask('telephony.externalcall.attachRecord', { CALL_ID, FILENAME: 'call.exe' })).body.error).toBe(
    'ERROR_CORE',
  )
})
