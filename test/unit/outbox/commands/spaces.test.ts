import { expect, test } from 'vitest'
import { updateCarrier } from '../../../../server/outbox/commands/update-carrier.ts'
import { defaultMap, fakePortal } from '../../../support/fake-portal.ts'

test('a place typed with a space behind it is still the place our copy knows, and may be replaced', async () => {
  const item = { id: 60, UF_CRM_8_FREE_PLACE: 'Казань ', UF_CRM_8_FREE_ON: '2026-11-20T03:00:00+03:00' }
  const portal = fakePortal(() => ({ item }))
  const payload = {
    carrierId: 60,
    free: { place: 'Самара', on: '2026-11-27' },
    before: [{ place: 'Казань', on: '2026-11-20' }],
  }
  const acceptedAt = '2026-11-23T09:00:00.000Z'
  const delivery = {
    client: portal.client(7),
    map: defaultMap(),
    payload,
    chainKey: 'key',
    userId: 7,
    acceptedAt,
    earlier: async () => null,
  }
  expect(await updateCarrier.send(delivery)).toBe(60)
  expect(portal.methods()).toEqual(['crm.item.get', 'crm.item.update'])
})
