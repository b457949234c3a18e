import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPortalStore } from '../../../server/store/database.ts'
import { removeLoads, saveLoads } from '../../../server/store/load-writer.ts'
import { removeOffers, saveOffers } from '../../../server/store/offer-writer.ts'
import { lanesFromRows } from '../../support/lanes.ts'
import { loadRow, offerRow } from '../../support/rows.ts'

const day = fc
  .integer({ min: 1, max: 28 })
  .map((n) => `2026-${String((n % 11) + 1).padStart(2, '0')}-${String(n).padStart(2, '0')}T06:00:00.000Z`)
const place = fc.option(fc.integer({ min: 1, max: 3 }), { freq: 6 })
const carrier = fc.option(fc.integer({ min: 501, max: 503 }), { freq: 6 })
const ends = { fromPlaceId: place, toPlaceId: place, createdAt: day, updatedAt: day }

const order = fc.record({
  ...ends,
  id: fc.integer({ min: 1, max: 6 }),
  carrierCompanyId: carrier,
  semantics: fc.constantFrom('S' as const, 'S' as const, 'P' as const, 'F' as const),
  unloadedAt: fc.option(day),
})
const offer = fc.record({ ...ends, id: fc.integer({ min: 1, max: 6 }), companyId: carrier })
const step = fc.oneof(
  fc.record({
    do: fc.constant('orders' as const),
    rows: fc.uniqueArray(order, { maxLength: 4, selector: (row) => row.id }),
  }),
  fc.record({
    do: fc.constant('offers' as const),
    rows: fc.uniqueArray(offer, { maxLength: 4, selector: (row) => row.id }),
  }),
  fc.record({
    do: fc.constant('removeOrders' as const),
    ids: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  }),
  fc.record({
    do: fc.constant('removeOffers' as const),
    ids: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  }),
)

test('after any sequence of changes the lanes of carriers equal what their rows add up to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const store = await openPortalStore(':memory:')
      try {
        for (const one of steps) {
          if (one.do === 'orders')
            await saveLoads(
              store,
              'order',
              one.rows.map((row) => loadRow({ ...row, kind: 'order' })),
            )
          else if (one.do === 'offers') await saveOffers(store, one.rows.map(offerRow))
          else if (one.do === 'removeOrders') await removeLoads(store, 'order', one.ids)
          else await removeOffers(store, one.ids)
        }
        const lanes = await store.selectFrom('carrierLane').selectAll().execute()
        const expected = await lanesFromRows(store)
        expect(new Set(lanes.map((lane) => `${lane.fromPlaceId} ${lane.toPlaceId} ${lane.companyId}`))).toEqual(
          new Set(expected.keys()),
        )
        for (const lane of lanes) {
          const sums = expected.get(`${lane.fromPlaceId} ${lane.toPlaceId} ${lane.companyId}`)!
          const { trips, lastTripAt, offers, lastOfferAt } = sums
          expect(lane).toMatchObject({ trips, lastTripAt, offers, lastOfferAt })
          expect(lane.tripSum).toBeCloseTo(sums.tripSum, 6)
          expect(lane.offerSum).toBeCloseTo(sums.offerSum, 6)
        }
      } finally {
        await store.destroy()
      }
    }),
    { numRuns: 150 },
  )
})

test('a mistyped year cannot outweigh all history: nothing happened after the portal last touched the row', async () => {
  const store = await openPortalStore(':memory:')
  const row = loadRow({
    kind: 'order',
    id: 1,
    semantics: 'S',
    fromPlaceId: 1,
    toPlaceId: 2,
    carrierCompanyId: 501,
    unloadedAt: '2099-11-20T06:00:00.000Z',
    updatedAt: '2026-11-20T06:00:00.000Z',
  })
  await saveLoads(store, 'order', [row])
  const lane = await store.selectFrom('carrierLane').selectAll().executeTakeFirstOrThrow()
  expect(lane.lastTripAt).toBe('2026-11-20T06:00:00.000Z')
  expect(lane.tripSum).toBeLessThan(1e6)
  await store.destroy()
})
