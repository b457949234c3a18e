import { expect, test } from 'vitest'
import type { Delivery } from '../../../../server/outbox/command.ts'
import {
  updateItem,
  updateItemPayload,
  type UpdateItemPayload,
} from '../../../../server/outbox/commands/update-item.ts'
import { defaultMap, fakePortal } from '../../../support/fake-portal.ts'

/** A portal with one item, which takes updates. */
function portalWith(item: Record<string, unknown>) {
  const standing = { ...item }
  return {
    standing,
    ...fakePortal(({ method, params }) => {
      if (method === 'crm.item.get') return { item: { ...standing } }
      if (method === 'crm.item.update') return { item: Object.assign(standing, params.fields) }
      throw new Error(`Nobody should call ${method}`)
    }),
  }
}

type Input = Parameters<typeof updateItemPayload.parse>[0] & object

function delivery(portal: ReturnType<typeof portalWith>, payload: Input): Delivery<UpdateItemPayload> {
  return {
    client: portal.client(7),
    map: defaultMap(),
    payload: updateItemPayload.parse(payload),
    chainKey: 'key',
    userId: 7,
    acceptedAt: '2026-11-23T09:00:00.000Z',
    earlier: async () => null,
  }
}

const request = { kind: 'request', id: 15 }

test('a value is written over what we knew, and only the fields that differ', async () => {
  const portal = portalWith({ UF_CRM_5_CARGO: 'Трубы', UF_CRM_5_WEIGHT_KG: '20000' })
  const made = delivery(portal, {
    card: request,
    values: { CARGO: 'Кирпич', WEIGHT_KG: 20_000 },
    before: [{ CARGO: 'Трубы' }],
  })
  expect(await updateItem.send(made)).toBe(15)
  expect(portal.calls.at(-1)!.params).toMatchObject({
    entityTypeId: 1036,
    id: 15,
    fields: { UF_CRM_5_CARGO: 'Кирпич' },
  })
  expect(portal.calls.at(-1)!.params.fields).not.toHaveProperty('UF_CRM_5_WEIGHT_KG')
  expect(await updateItem.findProof(made)).toEqual({ portalId: 15 })
})

test('a value somebody else has changed meanwhile is not overwritten', async () => {
  const portal = portalWith({ UF_CRM_5_CARGO: 'Стекло' })
  const made = delivery(portal, { card: request, values: { CARGO: 'Кирпич' }, before: [{ CARGO: 'Трубы' }] })
  await expect(updateItem.send(made)).rejects.toMatchObject({ reason: 'changed_meanwhile' })
  expect(portal.standing.UF_CRM_5_CARGO).toBe('Стекло')
  expect(await updateItem.findProof(made)).toBeNull()
})

test('what stands there already is not written again, however the portal spells it', async () => {
  const portal = portalWith({
    UF_CRM_5_TARGET_RATE: '85000|RUB',
    UF_CRM_5_NEXT_CONTACT_ON: '2026-12-01T00:00:00+03:00',
  })
  const made = delivery(portal, {
    card: request,
    values: { TARGET_RATE: { minor: 8_500_000, currency: 'RUB' }, NEXT_CONTACT_ON: '2026-12-01' },
    before: [{ TARGET_RATE: null }],
  })
  await updateItem.send(made)
  expect(portal.methods()).toEqual(['crm.item.get'])
})

test('a card moves from the stages it was expected on, and from no other', async () => {
  const stage = { to: 'LOST', from: ['SEARCH'] }
  const moved = portalWith({ stageId: 'DT1036_1037:SEARCH' })
  await updateItem.send(delivery(moved, { card: request, stage }))
  expect(moved.standing.stageId).toBe('DT1036_1037:LOST')
  const won = portalWith({ stageId: 'DT1036_1037:WON' })
  await expect(updateItem.send(delivery(won, { card: request, stage }))).rejects.toMatchObject({
    reason: 'changed_meanwhile',
  })
  expect(won.standing.stageId).toBe('DT1036_1037:WON')
})

test('a portal without the stage is told apart from one that refuses', async () => {
  const portal = portalWith({ stageId: 'DT1036_1037:NEW' })
  const made = delivery(portal, { card: request, stage: { to: 'NOWHERE', from: null } })
  await expect(updateItem.send(made)).rejects.toMatchObject({ reason: 'field_missing' })
})

test('a native card is written under the portal’s own names', async () => {
  const portal = portalWith({ stageId: 'NEW', comments: '' })
  await updateItem.send(
    delivery(portal, {
      card: { kind: 'lead', id: 3 },
      values: { comments: 'Ждёт' },
      stage: { to: 'PAUSE', from: null },
    }),
  )
  expect(portal.calls.at(-1)!.params).toMatchObject({ entityTypeId: 1, fields: { comments: 'Ждёт', stageId: 'PAUSE' } })
})
