import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARRIERS } from '../../sandbox/seeds/cast.ts'
import { checkCopy, type CopyCheckOptions } from '../../server/sync/check-copy.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let folder: string
let checks = 0
beforeAll(async () => {
  world = await startWorld()
  folder = mkdtempSync(join(tmpdir(), 'reis-check-'))
})
afterAll(async () => {
  await world?.close()
  rmSync(folder, { recursive: true })
})

const check = async (settle: CopyCheckOptions['settle'] = async () => undefined) =>
  checkCopy(await world.context.openCopy(world.sandbox.memberId), {
    now: Date.now,
    scratchFile: join(folder, `${(checks += 1)}.db`),
    settle,
  })
const rename = (title: string) =>
  world.rest('crm.item.update', { entityTypeId: 4, id: CARRIERS.sidorov, fields: { title } })

test('a copy that is the portal shows no difference in any of its rows', async () => {
  await world.settle()
  const { rows, differences } = await check()
  expect(differences).toEqual([])
  expect(rows).toBeGreaterThan(500)
})

test('a value that is not the portal’s is named by its table, key and column, and not told', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  await store.updateTable('company').set({ title: 'ИП Петров' }).where('id', '=', CARRIERS.sidorov).execute()
  const { differences } = await check()
  expect(differences).toEqual([
    {
      table: 'company',
      key: String(CARRIERS.sidorov),
      what: 'different',
      columns: ['title'],
      item: { entity: 'company', id: CARRIERS.sidorov },
    },
  ])
})

test('what arrives while the portal is read is no difference', async () => {
  await rename('ИП Сидоров')
  expect((await check(() => world.settle())).differences).toEqual([])
})

test('a row the portal has no more, and one the copy never got, are told apart', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const [lead] = await store.selectFrom('lead').selectAll().limit(1).execute()
  await store
    .insertInto('lead')
    .values({ ...lead!, id: 990_001 })
    .execute()
  await store.deleteFrom('lead').where('id', '=', lead!.id).execute()
  const found = (await check()).differences.map(({ table, key, what }) => `${table} ${key} ${what}`)
  expect(found).toEqual([`lead ${lead!.id} missing`, 'lead 990001 surplus'])
})
