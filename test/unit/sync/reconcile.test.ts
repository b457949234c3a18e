import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PortalClient } from '../../../server/portal/portal-client.ts'
import { openPortalStore, type PortalStore } from '../../../server/store/database.ts'
import { saveOffers } from '../../../server/store/offer-writer.ts'
import { readMeta } from '../../../server/store/meta.ts'
import { reconcile } from '../../../server/sync/reconcile.ts'
import type { PortalCopy } from '../../../server/sync/portal-copy.ts'
import { defaultMap } from '../../support/fake-portal.ts'
import { offerRow } from '../../support/rows.ts'

let store: PortalStore
beforeEach(async () => {
  store = await openPortalStore(':memory:')
  await saveOffers(store, [offerRow({ id: 5 })])
})
afterEach(() => store.destroy())

/** A portal whose lists are empty for the asker. */
function copyFor(profile: unknown): PortalCopy {
  const client = {
    memberId: 'portal-1',
    userId: 1,
    call: async (method: string) => ({ result: method === 'profile' ? profile : [] }),
    batch: async (calls: object) =>
      Object.fromEntries(Object.keys(calls).map((key) => [key, { ok: true, result: { items: [] } }])),
  } as unknown as PortalClient
  const places = { finder: async () => () => null, forget: () => undefined }
  return { memberId: 'portal-1', client, map: defaultMap(), store, places }
}
const offers = async () => (await store.selectFrom('offer').select('id').execute()).map((row) => row.id)
const now = () => Date.parse('2026-11-23T09:00:00.000Z')

test('whoever is no administrator any more compares nothing: what he may not see is not gone', async () => {
  await expect(reconcile(copyFor({ ID: '1', ADMIN: false }), { now })).rejects.toMatchObject({ code: 'no_right' })
  expect(await offers()).toEqual([5])
  expect(await readMeta(store, 'reconciledAt')).toBeNull()
})

test('what an administrator no longer finds is gone', async () => {
  await reconcile(copyFor({ ID: '1', ADMIN: true }), { now })
  expect(await offers()).toEqual([])
})
