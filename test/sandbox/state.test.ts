import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { MakeSeed } from '../../sandbox/seeds/seed.ts'
import { callAs, post, startTiny } from '../support/tiny-portal.ts'
import { makeTiny, tiny } from '../support/tiny-seed.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-'))

afterAll(() => rmSync(folder, { recursive: true }))

test('a portal kept in a file is the same after a restart: items, tokens, installation, webhook', async () => {
  const stateFile = join(folder, 'portal.db')
  const first = await startTiny({ stateFile })
  const token = first.portal.issueToken(tiny.manager)
  first.portal.finishInstall()
  await post(`${first.webhookUrl}crm.item.add`, { entityTypeId: tiny.requests, fields: { title: 'Останется' } })
  const applicationToken = first.portal.app?.applicationToken
  await first.close()
  const second = await startTiny({
    stateFile,
    seed: () => {
      throw new Error('seeded again')
    },
  })
  expect(second.memberId).toBe(first.memberId)
  expect(new URL(second.webhookUrl).pathname).toBe(new URL(first.webhookUrl).pathname)
  expect(second.portal.app).toMatchObject({ installed: true, applicationToken })
  expect((await post(`${second.url}/rest/profile`, { auth: token.accessToken })).body.result).toMatchObject({ ID: '3' })
  const list = await post(`${second.webhookUrl}crm.item.list`, {
    entityTypeId: tiny.requests,
    filter: { title: 'Останется' },
  })
  expect(list.body.total).toBe(1)
  await second.close()
})

test('two portals are told apart, and the token of one is worth nothing in the other', async () => {
  const [one, other] = await Promise.all([
    startTiny({ memberId: 'a'.repeat(32) }),
    startTiny({ memberId: 'b'.repeat(32) }),
  ])
  expect(one.memberId).not.toBe(other.memberId)
  const { accessToken } = one.portal.issueToken(tiny.admin)
  expect((await post(`${other.url}/rest/profile`, { auth: accessToken })).body.error).toBe('invalid_token')
  await Promise.all([one.close(), other.close()])
})

test('the same seed gives the same portal', async () => {
  const [one, other] = await Promise.all([startTiny(), startTiny()])
  const whole = async (sandbox: typeof one) =>
    (await callAs(sandbox, tiny.admin, 'crm.item.list', { entityTypeId: tiny.requests })).body.result
  expect(await whole(one)).toEqual(await whole(other))
  await Promise.all([one.close(), other.close()])
})

test.each([
  ['a field its type does not have', { UF_CRM_7_WHEELS: 6 }, 'UF_CRM_7_WHEELS'],
  ['a stage that does not exist', { stageId: 'DT1036_10:NOWHERE' }, 'NOWHERE'],
  ['a weight that is no number', { UF_CRM_7_WEIGHT_KG: 'много' }, 'Вес'],
])('a seed with %s is refused before the portal starts', async (_what, fields, named) => {
  const seed: MakeSeed = (options) => ({
    ...makeTiny(options),
    items: [{ entityTypeId: tiny.requests, id: 1, fields: { createdTime: '2025-11-01', ...fields } }],
  })
  await expect(startTiny({ seed })).rejects.toThrow(named)
})

test('live pages hear of every change, and stop hearing when they leave', async () => {
  const sandbox = await startTiny()
  const heard: unknown[] = []
  const leave = sandbox.portal.onChange((change) => heard.push(change))
  const owner = { ENTITY_ID: 1, ENTITY_TYPE: 'dynamic_1036' }
  await callAs(sandbox, tiny.manager, 'crm.timeline.comment.add', { fields: { ...owner, COMMENT: 'Слышно?' } })
  await callAs(sandbox, tiny.manager, 'crm.item.update', { entityTypeId: 1036, id: 1, fields: { title: 'Иначе' } })
  leave()
  await callAs(sandbox, tiny.manager, 'crm.item.update', { entityTypeId: 1036, id: 1, fields: { title: 'Снова' } })
  expect(heard).toMatchObject([
    { kind: 'comment', action: 'add', entityTypeId: 1036, entityId: 1 },
    { kind: 'item', action: 'update', entityTypeId: 1036, id: 1, userId: tiny.manager },
  ])
  await sandbox.close()
})
