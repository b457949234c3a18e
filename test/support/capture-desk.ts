import { expect } from 'vitest'
import type { Captured, CaptureInput } from '../../contract/capture.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { openCapture, type CaptureVisit } from './capture-visit.ts'
import type { World } from './world.ts'

let press = 0

/** The request of the demonstration, as a capture names it. */
export const load = { kind: 'request' as const, id: DEMO_REQUEST_ID }
export const known = (companyId: number): CaptureInput['carrier'] => ({ kind: 'known', companyId })
/** A full offer, but for what is changed. */
export const priced = (
  change: Partial<Extract<Captured, { action: 'offer' }>> = {},
): Extract<Captured, { action: 'offer' }> => ({
  action: 'offer',
  load,
  rate: { minor: 8_600_000, currency: 'RUB', per: 'trip' },
  vat: '22',
  term: { event: 'scan', days: 5, bankDays: true, prepayPercent: 0 },
  body: 'tent',
  capacityKg: 20_000,
  volumeM3: null,
  vehiclePlate: 'а 456 ор 716',
  trailerPlate: null,
  driverName: null,
  driverPhone: null,
  driverLicence: null,
  vehiclePaper: null,
  availableFromOn: null,
  validUntilOn: null,
  comment: 'утром готов',
  ...change,
})
/** One press of the form, under a key of its own. */
export const capture = (what: Captured, change: Partial<CaptureInput> = {}): CaptureInput => ({
  key: `capture-of-a-person-${String((press += 1)).padStart(4, '0')}`,
  callId: null,
  carrier: known(CARRIERS.sidorov),
  contact: { name: null, phone: null },
  what,
  ...change,
})

/** The form of one world: opened on cards, sent, and what came of it in the portal. */
export function captureDesk(world: World) {
  const onLead = (leadId: number, userId: number = CAST.logist): Promise<CaptureVisit> =>
    openCapture(world, userId, 'CRM_LEAD_DETAIL_TAB', { ID: String(leadId) })
  const onCompany = (companyId: number, userId: number = CAST.logist): Promise<CaptureVisit> =>
    openCapture(world, userId, 'CRM_COMPANY_DETAIL_ACTIVITY', { ID: String(companyId) })

  async function sent(visit: CaptureVisit, input: CaptureInput): Promise<CaptureInput> {
    const answer = await visit.post(input)
    expect([answer.status, await answer.text()]).toEqual([202, expect.any(String)])
    await world.settle()
    return input
  }

  async function offerBy(key: string): Promise<Record<string, unknown>> {
    const { items } = await world.rest<{ items: Record<string, unknown>[] }>('crm.item.list', {
      entityTypeId: world.map.processes.offer.entityTypeId,
      filter: { '=xmlId': key },
      select: ['*', 'UF_*'],
      useOriginalUfNames: 'Y',
    })
    expect(items).toHaveLength(1)
    return items[0]!
  }

  async function commentsOf(ENTITY_TYPE: string, ENTITY_ID: number): Promise<string[]> {
    const rows = await world.rest<{ COMMENT: string }[]>('crm.timeline.comment.list', {
      filter: { ENTITY_TYPE, ENTITY_ID },
      order: { ID: 'DESC' },
    })
    return rows.map((row) => row.COMMENT)
  }

  const item = async (entityTypeId: number, id: number) =>
    (await world.rest<{ item: Record<string, unknown> }>('crm.item.get', { entityTypeId, id, useOriginalUfNames: 'Y' }))
      .item

  return { onLead, onCompany, sent, offerBy, commentsOf, item }
}
