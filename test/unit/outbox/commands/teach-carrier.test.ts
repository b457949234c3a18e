import { expect, test } from 'vitest'
import type { Delivery } from '../../../../server/outbox/command.ts'
import { teachCarrier, type TeachCarrierPayload } from '../../../../server/outbox/commands/teach-carrier.ts'
import { defaultMap, fakePortal } from '../../../support/fake-portal.ts'

const lesson: TeachCarrierPayload = {
  company: { id: 5 },
  companyName: 'ООО «Вектор»',
  contact: null,
  directions: ['Москва — Казань', 'Тула ↔ Пенза'],
  vehicles: ['тент; 20 т; ; ; А123ВС77'],
  whereabouts: { FREE_PLACE: 'Уфа' },
  first: { STATE: 'active', HOME_PLACE: 'Тверь' },
}

/** The carrier base with these entries of the company; what is written stands there afterwards. */
function base(...entries: Record<string, unknown>[]) {
  const portal = fakePortal(({ method, params }) => {
    if (method === 'crm.item.list') return { items: entries }
    if (method === 'crm.item.update') return { item: Object.assign(entries[0]!, params.fields) }
    if (method === 'crm.item.add') {
      entries.push({ id: 60, ...(params.fields as object) })
      return { item: { id: 60 } }
    }
    throw new Error(`Nobody should call ${method}`)
  })
  const made = (payload: TeachCarrierPayload = lesson): Delivery<TeachCarrierPayload> => ({
    client: portal.client(7),
    map: defaultMap(),
    payload,
    chainKey: 'key',
    userId: 7,
    acceptedAt: '2026-11-23T09:00:00.000Z',
    earlier: async () => null,
  })
  return { portal, entries, made }
}

test('who has no entry in the base gets one, with everything that was said', async () => {
  const { entries, made } = base()
  expect(await teachCarrier.findProof(made())).toBeNull()
  expect(await teachCarrier.send(made())).toBe(60)
  expect(entries[0]).toMatchObject({
    title: 'ООО «Вектор»',
    xmlId: 'key',
    companyId: 5,
    UF_CRM_8_DIRECTIONS: ['Москва — Казань', 'Тула ↔ Пенза'],
    UF_CRM_8_FREE_PLACE: 'Уфа',
    UF_CRM_8_HOME_PLACE: 'Тверь',
  })
  expect(await teachCarrier.findProof(made())).toEqual({ portalId: 60 })
})

test('lines come to those that stand, one in another spelling is not written twice, and filled fields stay', async () => {
  const { entries, made } = base({
    id: 61,
    UF_CRM_8_DIRECTIONS: ['москва-казань', 'Пермь — Омск'],
    UF_CRM_8_VEHICLES: ['тент; 20 т; ; ; А123ВС77'],
    UF_CRM_8_FREE_PLACE: 'Самара',
    UF_CRM_8_HOME_PLACE: 'Рязань',
  })
  expect(await teachCarrier.send(made())).toBe(61)
  expect(entries[0]).toMatchObject({
    UF_CRM_8_DIRECTIONS: ['москва-казань', 'Пермь — Омск', 'Тула ↔ Пенза'],
    UF_CRM_8_VEHICLES: ['тент; 20 т; ; ; А123ВС77'],
    UF_CRM_8_FREE_PLACE: 'Уфа',
    UF_CRM_8_HOME_PLACE: 'Рязань',
  })
})

test('what stands there already is not written again', async () => {
  const { portal, made } = base()
  await teachCarrier.send(made())
  await teachCarrier.send(made())
  expect(portal.methods().filter((method) => method !== 'crm.item.list')).toEqual(['crm.item.add'])
})
