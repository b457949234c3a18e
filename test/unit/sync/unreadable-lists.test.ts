import { expect, test } from 'vitest'
import type { PortalClient } from '../../../server/portal/portal-client.ts'
import { itemsOf, readPageChain } from '../../../server/sync/page-chain.ts'
import { readAgain } from '../../../server/sync/read-again.ts'
import type { PortalCopy } from '../../../server/sync/portal-copy.ts'
import { defaultMap } from '../../support/fake-portal.ts'

test.each([[null], [{}], [[]], ['<html>'], [{ items: null }]])(
  'an answer without rows (%j) is no empty list: nothing is deleted for it',
  async (result) => {
    const client = { batch: async () => ({ part0: { ok: true, result } }) } as unknown as PortalClient
    const copy = { client, map: defaultMap() } as PortalCopy
    await expect(readAgain(copy, new Map([['offer', new Set([1, 2])]]))).rejects.toMatchObject({ retryable: true })
    expect(() => readPageChain({ page0: { ok: true, result } }, 0)).toThrow('UNREADABLE_ANSWER')
  },
)

test('a list that is empty is empty', () => {
  expect(itemsOf({ items: [] })).toEqual([])
  expect(itemsOf({ items: {} })).toEqual([])
})
