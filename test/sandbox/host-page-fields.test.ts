import { afterAll, beforeAll, expect, test } from 'vitest'
import { appFrame, startHostPage, type HostPage } from '../support/host-page.ts'
import { tiny } from '../support/tiny-seed.ts'

let host: HostPage

beforeAll(async () => {
  host = await startHostPage()
  host.sandbox.portal.finishInstall(tiny.admin)
})
afterAll(() => host?.close())

test('a field of the application’s own type is drawn by the application, told which field of which card it is', async () => {
  await host.rest(tiny.admin, 'userfieldtype.add', {
    USER_TYPE_ID: 'lane',
    HANDLER: `${host.app.url}/widget?field=1`,
    TITLE: 'Направление',
    OPTIONS: { height: 90 },
  })
  const field = {
    entityId: 'CRM_7',
    fieldName: 'UF_CRM_7_LANE',
    userTypeId: 'rest_1_lane',
    editFormLabel: { ru: 'Плечо' },
  }
  await host.rest(tiny.admin, 'userfieldconfig.add', { moduleId: 'crm', field })
  const fields = { UF_CRM_7_LANE: '{"from":"Москва"}' }
  const write = { entityTypeId: tiny.requests, id: 1, useOriginalUfNames: 'Y', fields }
  await host.rest(tiny.admin, 'crm.item.update', write)
  const page = await host.open(`/crm/type/${tiny.requests}/details/1/`)
  const frame = await appFrame(page, '[data-field="UF_CRM_7_LANE"]')
  const told = await frame.evaluate(async () => ({
    placement: window.b24.placement.placement,
    options: { ...window.b24.placement.options } as Record<string, unknown>,
    interface: (await window.b24.placement.getInterface()) as unknown,
    value: (await window.b24.placement.call('getValue')) as unknown,
  }))
  expect(told).toMatchObject({
    placement: 'USERFIELD_TYPE',
    options: {
      MODE: 'view',
      ENTITY_ID: 'CRM_7',
      FIELD_NAME: 'UF_CRM_7_LANE',
      ENTITY_VALUE_ID: '1',
      VALUE: '{"from":"Москва"}',
      MULTIPLE: 'N',
      ENTITY_DATA: { module: 'crm', entityTypeId: tiny.requests, entityId: 1 },
    },
    interface: { command: ['getValue', 'setValue'], event: [] },
  })
  expect(told.value).toBe('{"from":"Москва"}')
  const box = await page.locator('[data-field="UF_CRM_7_LANE"] iframe').boundingBox()
  expect(box?.height).toBe(90)
})
