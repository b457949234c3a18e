import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { createContext } from '../../server/context.ts'
import { backUp } from '../../server/store/backup.ts'
import { readLoadRow } from '../../server/store/load-reader.ts'
import { readQueueDepth } from '../../server/store/write-steps.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let target: string
beforeAll(async () => {
  world = await startWorld()
  target = mkdtempSync(join(tmpdir(), 'reis-backup-'))
}, 60_000)
afterAll(async () => {
  await world?.close()
  rmSync(target, { recursive: true, force: true })
})

const KEY = 'press-that-outlives-a-machine-0001'

test('an offer accepted while the portal was silent survives the machine: the copy is put elsewhere, and it arrives once', async () => {
  const session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  world.sandbox.portal.faults.set({ down: true })
  const accepted = await world.api(session, 'POST', '/api/offers', {
    key: KEY,
    load: { kind: 'request', id: DEMO_REQUEST_ID },
    companyId: Object.values(CARRIERS)[0],
    rate: { minor: 8_750_000, currency: 'RUB' },
    vat: '22',
    term: null,
    body: 'tent',
    capacityKg: 20_000,
    vehiclePlate: null,
    trailerPlate: null,
    driverName: null,
    driverPhone: null,
    availableFromOn: null,
    validUntilAt: null,
    comment: null,
  })
  expect(accepted.status).toBe(202)
  const copied = await backUp(world.context.config.dataFolder, target)
  expect(copied.at(-1)!.file).toBe('registry.db')
  // The old machine is gone before it could send anything.
  const old = (await world.context.api.openRoom(world.sandbox.memberId))!
  expect((await readQueueDepth(old.store)).length).toBeGreaterThan(1)
  await world.context.close()
  world.sandbox.portal.faults.clear()

  let shiftMs = 0
  const now = () => Date.now() + shiftMs
  const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, Math.min(ms, 20)).unref())
  const restored = await createContext(
    { ...world.context.config, dataFolder: target, port: 0 },
    { time: { now, sleep } },
  )
  const { memberId } = world.sandbox
  const room = (await restored.api.openRoom(memberId))!
  expect(await readLoadRow(room.store, 'request', DEMO_REQUEST_ID)).not.toBeNull()
  for (let round = 0; round < 6; round += 1) {
    shiftMs += 5 * 60_000
    await restored.deliver(memberId)
  }
  expect(await readQueueDepth(room.store)).toEqual({ length: 0, oldestAt: null })
  const found = await world.rest<{ items: unknown[] }>('crm.item.list', {
    entityTypeId: world.map.processes.offer.entityTypeId,
    filter: { '=xmlId': KEY },
    select: ['id'],
  })
  expect(found.items).toHaveLength(1)
  await restored.close()
})

test('a folder without a registry is no data folder, and a file that is no database leaves no copy', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'reis-empty-'))
  await expect(backUp(empty, join(empty, 'to'))).rejects.toThrow('no registry.db')
  writeFileSync(join(empty, 'registry.db'), 'not a database at all')
  await expect(backUp(empty, join(empty, 'to'))).rejects.toThrow('not a database')
  expect(readdirSync(join(empty, 'to')).filter((name) => name.endsWith('.db'))).toEqual([])
  rmSync(empty, { recursive: true })
})
