import { expect, test } from 'vitest'
import { startWorld } from '../support/world.ts'

test('a flow in which our side sends the portal what it does not know fails, whatever else it shows', async () => {
  const world = await startWorld({ bare: true })
  const auth = world.sandbox.portal.issueToken(1).accessToken
  const body = JSON.stringify({ auth, slect: ['id'], entityTypeId: 4 })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${world.sandbox.url}/rest/crm.item.list`, { method: 'POST', headers, body })
  expect(answer.status).toBe(200)
  await expect(world.close()).rejects.toThrow('slect of crm.item.list')
})
