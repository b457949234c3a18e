import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRegistry, type Registry } from '../../../server/store/database.ts'
import { markPortalRemoved, savePortal } from '../../../server/store/portals.ts'
import { createSeal } from '../../../server/store/seal.ts'
import { createSealedTokens } from '../../../server/store/tokens.ts'

const AT = '2026-11-23T09:00:00.000Z'
const pair = { accessToken: 'a', refreshToken: 'r', expiresAt: AT }
const facts = {
  memberId: 'portal-1',
  clientEndpoint: 'https://mogutin.example/rest/',
  oauthEndpoint: 'https://oauth.example/rest/',
  origin: 'https://mogutin.example',
  applicationToken: null,
  installedByUserId: 1,
}
let registry: Registry
beforeEach(async () => {
  registry = await openRegistry(':memory:')
  await savePortal(registry, facts, AT)
})
afterEach(() => registry.destroy())
const tokens = () => createSealedTokens(registry, createSeal('s'.repeat(32)), () => AT)

test('a card that was being opened while the app was removed leaves no tokens behind', async () => {
  await tokens().save('portal-1', 7, pair)
  await markPortalRemoved(registry, 'portal-1', AT)
  await tokens().save('portal-1', 7, pair)
  expect(await registry.selectFrom('token').selectAll().execute()).toEqual([])
})

test('a portal that comes back may keep tokens again', async () => {
  await markPortalRemoved(registry, 'portal-1', AT)
  await savePortal(registry, facts, AT)
  await tokens().save('portal-1', 7, pair)
  expect(await tokens().read('portal-1', 7)).toEqual(pair)
})

test('a pair that was refused signs nobody out who has brought a new one meanwhile', async () => {
  await tokens().save('portal-1', 7, { ...pair, refreshToken: 'newer' })
  await tokens().markGone('portal-1', 7, 'r')
  expect(await tokens().read('portal-1', 7)).toMatchObject({ refreshToken: 'newer' })
  await tokens().markGone('portal-1', 7, 'newer')
  expect(await tokens().read('portal-1', 7)).toBeNull()
})
