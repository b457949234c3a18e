import { expect, test } from 'vitest'
import { PortalError } from '../../../../server/errors.ts'
import type { Delivery } from '../../../../server/outbox/command.ts'
import { addOffer } from '../../../../server/outbox/commands/add-offer.ts'
import { commentLoad, commentText } from '../../../../server/outbox/commands/comment-load.ts'
import { notifyManager } from '../../../../server/outbox/commands/notify-manager.ts'
import { offerPayload, type OfferPayload } from '../../../../server/outbox/commands/offer-payload.ts'
import { failureOf } from '../../../../server/outbox/failure.ts'
import { referenceOf } from '../../../../server/outbox/timeline-comment.ts'
import { updateCarrier, type UpdateCarrierPayload } from '../../../../server/outbox/commands/update-carrier.ts'
import { moneyWords, termWords } from '../../../../server/outbox/commands/words.ts'
import { defaultMap, fakePortal, type FakeCall } from '../../../support/fake-portal.ts'

const KEY = '0f8b9f6e-7f3a-4d7f-9f5e-2f4b7a1c9d33'
const offer: OfferPayload = offerPayload.parse({
  load: { kind: 'request', id: 15 },
  companyId: 501,
  companyName: 'ООО «Вектор»',
  rate: { minor: 8_500_000, currency: 'RUB' },
  vat: '22',
  term: { event: 'scan', days: 5, bankDays: true, prepayPercent: 30 },
  body: 'tent',
  capacityKg: 20_000,
  vehiclePlate: 'А123ВС77',
  trailerPlate: null,
  driverName: 'Сергей',
  driverPhone: '+79161234567',
  availableFromAt: '2026-11-25T06:00:00.000Z',
  validUntilAt: null,
  comment: null,
  loadText: 'г. Москва',
  unloadText: 'Казань',
  loadFromAt: null,
})

function delivery<Payload>(payload: Payload, answer: (call: FakeCall) => unknown) {
  const portal = fakePortal(answer)
  const made: Delivery<Payload> = {
    client: portal.client(7),
    map: defaultMap(),
    payload,
    chainKey: KEY,
    userId: 7,
    acceptedAt: '2026-11-23T09:00:00.000Z',
    earlier: async () => null,
  }
  return { made, portal }
}

test('an offer becomes an item under its request, with our key as its external id', async () => {
  const { made, portal } = delivery(offer, () => ({ item: { id: 900 } }))
  expect(await addOffer.send(made)).toBe(900)
  const { method, params } = portal.calls[0]!
  expect(method).toBe('crm.item.add')
  expect(params).toMatchObject({ entityTypeId: 1044, useOriginalUfNames: 'Y' })
  expect(params.fields).toMatchObject({
    xmlId: KEY,
    companyId: 501,
    parentId1036: 15,
    stageId: 'DT1044_1045:RECEIVED',
    UF_CRM_7_CARRIER: 501,
    UF_CRM_7_RATE: '85000.00|RUB',
    UF_CRM_7_TERM_BANK_DAYS: 'Y',
    UF_CRM_7_LOAD_PLACE: 'г. Москва',
    UF_CRM_7_AUTHOR: 7,
    UF_CRM_7_AVAILABLE_FROM_AT: '2026-11-25T06:00:00+00:00',
  })
  expect(params.fields).not.toHaveProperty('UF_CRM_7_TRAILER_PLATE')
})

test('an offer on an order stands under the order', async () => {
  const { made, portal } = delivery({ ...offer, load: { kind: 'order' as const, id: 33 } }, () => ({ item: { id: 1 } }))
  await addOffer.send(made)
  expect(portal.calls[0]!.params.fields).toMatchObject({ parentId1040: 33 })
})

test.each([
  { gone: 1036, says: 'the card is gone where its request was deleted', reason: 'item_gone' },
  { gone: 4, says: 'the card is gone where the company was deleted', reason: 'item_gone' },
  { gone: null, says: 'that a value was refused where both still stand', reason: 'field_rejected' },
])('an offer the portal refuses for a value says $says', async ({ gone, reason }) => {
  const refusal = (code: string) => new PortalError('crm', code, 400, { retryable: false })
  const { made } = delivery(offer, ({ method, params }) => {
    if (method === 'crm.item.add') throw refusal('CRM_FIELD_ERROR_VALUE_NOT_VALID')
    if (params.entityTypeId === gone) throw refusal('NOT_FOUND')
    return { item: { id: params.id } }
  })
  expect(failureOf(await addOffer.send(made).catch((error: unknown) => error))).toEqual({ kind: 'refused', reason })
})

test('an offer the portal refuses for a value, and then does not answer, was refused for a value', async () => {
  const { made } = delivery(offer, ({ method }) => {
    if (method === 'crm.item.add')
      throw new PortalError(method, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', 400, { retryable: false })
    throw new PortalError(method, '', 0, { retryable: true })
  })
  expect(failureOf(await addOffer.send(made).catch((error: unknown) => error))).toEqual({
    kind: 'refused',
    reason: 'field_rejected',
  })
})

test('the proof of an offer is the item that carries our key', async () => {
  const { made, portal } = delivery(offer, () => ({ items: [{ id: 900 }] }))
  expect(await addOffer.findProof(made)).toEqual({ portalId: 900 })
  expect(portal.calls[0]!.params).toMatchObject({ filter: { '=xmlId': KEY } })
  expect(await addOffer.findProof(delivery(offer, () => ({ items: [] })).made)).toBeNull()
})

test('the comment reads as a person would write it and ends with a reference', () => {
  expect(commentText(offer, KEY).split('\n')).toEqual([
    'Предложение перевозчика: ООО «Вектор»',
    'Ставка: 85\u00a0000\u00a0₽ с НДС 22 %',
    'Оплата: предоплата 30 %, остальное 5 б. д. по сканам',
    'Машина: тент, 20 т, А123ВС77',
    'Водитель: Сергей',
    referenceOf(KEY),
  ])
  expect(referenceOf(KEY)).toMatch(/^№ R-[2-9A-Z]{6}$/)
})

test('on a portal that speaks English the comment does too', () => {
  const validUntilOn = '2026-11-27'
  expect(commentText({ ...offer, language: 'en', action: 'executor', validUntilOn }, KEY).split('\n')).toEqual([
    'Executor proposed: ООО «Вектор»',
    'Rate: 85\u00a0000\u00a0₽ incl. VAT 22%',
    'Payment: 30% in advance, the rest 5 bank days on scans',
    'Truck: tilt, 20 t, А123ВС77',
    'Driver: Сергей',
    'Valid until: 27.11.2026',
    referenceOf(KEY),
  ])
})

test('a hostile company name draws no markup in the timeline', () => {
  const text = commentText({ ...offer, companyName: '[url=https://evil.example]ООО[/url]\n[b]x' }, KEY)
  expect(text).not.toMatch(/[[\]]/)
  expect(text.split('\n')[0]).toContain('(url=https://evil.example)')
})

test('the proof of a comment is its reference, by the same author, whatever stands above it', async () => {
  const rows = [
    { ID: '12', AUTHOR_ID: '8', COMMENT: `чужая копия ${referenceOf(KEY)}`, CREATED: '2026-11-23T09:00:09+00:00' },
    { ID: '11', AUTHOR_ID: '7', COMMENT: commentText(offer, KEY), CREATED: '2026-11-23T09:00:01+00:00' },
  ]
  expect(await commentLoad.findProof(delivery(offer, () => rows).made)).toEqual({ portalId: 11 })
  expect(await commentLoad.findProof(delivery(offer, () => rows.slice(0, 1)).made)).toBeNull()
})

test('a comment is sought beyond the first page only while comments are newer than the offer', async () => {
  const page = (created: string) =>
    Array.from({ length: 50 }, (_, n) => ({ ID: `${n}`, AUTHOR_ID: '9', COMMENT: 'шум', CREATED: created }))
  const { made, portal } = delivery(offer, ({ params }) =>
    page(params.start === 0 ? '2026-11-23T10:00:00+00:00' : '2026-11-20T10:00:00+00:00'),
  )
  expect(await commentLoad.findProof(made)).toBeNull()
  expect(portal.calls.map((call) => call.params.start)).toEqual([0, 50])
})

test('the manager is told under one tag, so that telling twice is telling once', async () => {
  const payload = { toUserId: 3, message: 'Есть предложение', tag: 'REIS|request|15' }
  const { made, portal } = delivery(payload, () => 77)
  expect(await notifyManager.send(made)).toBe(77)
  expect(portal.calls[0]).toMatchObject({
    method: 'im.notify.personal.add',
    params: { USER_ID: 3, TAG: 'REIS|request|15' },
  })
  expect(await notifyManager.findProof(made)).toBeNull()
})

const teach: UpdateCarrierPayload = {
  carrierId: 60,
  free: { place: 'Казань', on: '2026-11-27' },
  before: [{ place: null, on: null }],
}
const standing = (place: string, on: string) => ({ item: { UF_CRM_8_FREE_PLACE: place, UF_CRM_8_FREE_ON: on } })

test('the carrier base learns where a truck will be free', async () => {
  const { made, portal } = delivery(teach, ({ method }) => (method === 'crm.item.get' ? standing('', '') : {}))
  expect(await updateCarrier.send(made)).toBe(60)
  expect(portal.calls[1]).toMatchObject({
    method: 'crm.item.update',
    params: { id: 60, fields: { UF_CRM_8_FREE_PLACE: 'Казань', UF_CRM_8_FREE_ON: '2026-11-27' } },
  })
})

test('what somebody else has written meanwhile is not overwritten', async () => {
  const { made, portal } = delivery(teach, () => standing('Самара', '2026-11-30T00:00:00+03:00'))
  await expect(updateCarrier.send(made)).rejects.toMatchObject({ reason: 'changed_meanwhile' })
  expect(portal.methods()).toEqual(['crm.item.get'])
})

test('an update that already stands is its own proof', async () => {
  const { made, portal } = delivery(teach, () => standing('Казань', '2026-11-27T00:00:00+03:00'))
  expect(await updateCarrier.findProof(made)).toEqual({ portalId: 60 })
  expect(await updateCarrier.send(made)).toBe(60)
  expect(portal.methods()).toEqual(['crm.item.get', 'crm.item.get'])
})

test('money and terms are written for people', () => {
  expect(moneyWords({ minor: 123_456_789, currency: 'RUB' })).toBe('1\u00a0234\u00a0567,89\u00a0₽')
  expect(moneyWords({ minor: 50_000, currency: 'EUR' })).toBe('500\u00a0EUR')
  expect(termWords({ event: 'originals', days: 14, bankDays: false, prepayPercent: 0 }, 'ru')).toBe(
    '14 к. д. по оригиналам',
  )
  expect(termWords({ event: 'unloading', days: 0, bankDays: false, prepayPercent: 100 }, 'ru')).toBe('предоплата 100 %')
})
