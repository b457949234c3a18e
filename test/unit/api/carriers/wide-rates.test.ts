import { expect, test } from 'vitest'
import { WideRates } from '../../../../server/api/carriers/wide-rates.ts'

const NONE = { state: 'none' } as const
const FEW = { state: 'few', count: 2, carriers: 1, area: 'near' } as const
const MOSCOW_KAZAN = { fromPlaceId: 524901, toPlaceId: 551487 }
const PERM_UFA = { fromPlaceId: 511196, toPlaceId: 479561 }
const covers = (lane: { fromPlaceId: number }) => lane.fromPlaceId === MOSCOW_KAZAN.fromPlaceId

test('rates of an area are kept until a lane of that area changes, and other areas stay', () => {
  const wide = new WideRates()
  wide.keep('moscow', FEW, wide.changes, covers)
  wide.keep('perm', NONE, wide.changes, (lane) => !covers(lane))
  wide.forget([PERM_UFA])
  expect(wide.get('moscow')).toBe(FEW)
  expect(wide.get('perm')).toBeNull()
  wide.forget([MOSCOW_KAZAN])
  expect(wide.get('moscow')).toBeNull()
})

test('what was read while something changed is used once and not kept', () => {
  const wide = new WideRates()
  const before = wide.changes
  wide.forget([PERM_UFA])
  wide.keep('moscow', FEW, before, covers)
  expect(wide.get('moscow')).toBeNull()
})
