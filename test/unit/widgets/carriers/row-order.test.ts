import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CarrierRow } from '../../../../contract/carriers.ts'
import { keepOrder, mergeFresh, sameOrder } from '../../../../widgets/carriers/row-order.ts'

const rows = (...ids: number[]) => ids.map((companyId) => ({ companyId }) as CarrierRow)
const ids = (list: readonly CarrierRow[]) => list.map((row) => row.companyId)

test('a fresh answer does not move what the reader looks at; newcomers stand below in their own order', () => {
  expect(ids(keepOrder(rows(1, 2, 3), rows(9, 3, 1, 8, 2)))).toEqual([1, 2, 3, 9, 8])
})

test('a carrier that has just been vetoed keeps its line until the reader asks for the new order', () => {
  const merged = mergeFresh(rows(1, 2, 3), { rows: rows(1, 3), vetoed: rows(2, 7) })
  expect(ids(merged.rows)).toEqual([1, 2, 3])
  expect(ids(merged.vetoed)).toEqual([7])
  expect(merged.settled).toBe(false)
})

test('an answer in the order that is shown asks nothing of the reader', () => {
  expect(mergeFresh(rows(1, 2), { rows: rows(1, 2), vetoed: rows(7) }).settled).toBe(true)
})

test('nobody is lost and nobody is doubled by a merge', () => {
  const list = fc.uniqueArray(fc.integer({ min: 1, max: 40 }))
  fc.assert(
    fc.property(list, list, fc.nat(40), (shown, all, cut) => {
      const fresh = { rows: rows(...all.slice(0, cut)), vetoed: rows(...all.slice(cut)) }
      const merged = mergeFresh(rows(...shown), fresh)
      expect([...ids(merged.rows), ...ids(merged.vetoed)].toSorted()).toEqual(all.toSorted())
      const kept = shown.filter((id) => all.includes(id))
      expect(ids(merged.rows).slice(0, kept.length)).toEqual(kept)
      expect(!merged.settled || sameOrder(merged.rows, fresh.rows)).toBe(true)
    }),
  )
})
