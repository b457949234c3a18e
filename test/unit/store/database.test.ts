import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openPortalStore } from '../../../server/store/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'reis-store-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a portal file is migrated once and keeps its rows over a restart', async () => {
  const file = join(folder, 'portal.db')
  const first = await openPortalStore(file)
  await first.insertInto('setting').values({ key: 'notify', value: 'first' }).execute()
  await first.destroy()
  const second = await openPortalStore(file)
  expect(await second.selectFrom('setting').selectAll().execute()).toEqual([{ key: 'notify', value: 'first' }])
  await second.destroy()
})
