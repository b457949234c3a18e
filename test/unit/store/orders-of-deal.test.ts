import { expect, test } from 'vitest'
import { openPortalStore } from '../../../server/store/database.ts'
import { saveDeals } from '../../../server/store/lead-and-deal-writer.ts'
import { saveLoads } from '../../../server/store/load-writer.ts'
import { readOrdersWithMoney } from '../../../server/store/order-money.ts'
import { loadRow } from '../../support/rows.ts'

const [PERMANENT, COPY, OTHER_COPY] = [50, 51, 52]
const [CLIENT, ANOTHER] = [900, 901]

async function storeWithCopies() {
  const store = await openPortalStore(':memory:')
  const at = '2026-11-20T09:00:00.000Z'
  const deal = (id: number, companyId: number, orderId: number | null) => ({
    id,
    title: '',
    stage: 'WON',
    semantics: 'S',
    assignedById: 4,
    companyId,
    createdAt: at,
    updatedAt: at,
    orderId,
  })
  await saveLoads(
    store,
    'order',
    [7, 8, 9].map((id) => loadRow({ kind: 'order', id, dealId: PERMANENT, companyId: CLIENT, semantics: 'S' })),
  )
  await saveDeals(store, [deal(PERMANENT, CLIENT, 7), deal(COPY, CLIENT, 8), deal(OTHER_COPY, ANOTHER, 8)])
  const idsOf = async (dealId: number) => (await readOrdersWithMoney(store, { dealId })).map(({ order }) => order.id)
  return idsOf
}

test('a permanent deal has its orders, each once, whatever it is called', async () => {
  expect(await (await storeWithCopies())(PERMANENT)).toEqual([7, 8, 9])
})

test('a won copy has the one order it names', async () => {
  expect(await (await storeWithCopies())(COPY)).toEqual([8])
})

test('a copy that names the order of another client has none', async () => {
  expect(await (await storeWithCopies())(OTHER_COPY)).toEqual([])
})
