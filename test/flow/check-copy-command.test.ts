import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARRIERS } from '../../sandbox/seeds/cast.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())

/** The command beside the running server, with its settings: its exit code and what it prints. */
async function checkCopy(): Promise<{ code: number | null; lines: string[] }> {
  const { config } = world.context
  const environment = {
    REIS_PORT: String(config.port),
    REIS_PUBLIC_URL: config.publicUrl,
    REIS_DATA: config.dataFolder,
    REIS_SECRET: config.secret,
    REIS_CLIENT_ID: config.clientId,
    REIS_CLIENT_SECRET: config.clientSecret,
    REIS_OAUTH_ENDPOINTS: config.oauthEndpoints.join(','),
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/check-copy.ts', '--settle-seconds', '0'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, lines: printed.trim().split('\n') }
}

test('beside the running server the command finds a right copy right, and names what is wrong in a wrong one', async () => {
  await world.settle()
  const right = await checkCopy()
  expect(right.code).toBe(0)
  expect(JSON.parse(right.lines.at(-1)!)).toMatchObject({ ok: true, portals: 1, differences: 0 })

  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  await store.updateTable('company').set({ title: 'ИП Петров' }).where('id', '=', CARRIERS.sidorov).execute()
  const wrong = await checkCopy()
  expect(wrong.code).toBe(1)
  expect(wrong.lines).toContain(`${world.sandbox.memberId}  company ${CARRIERS.sidorov}: different in title`)
  expect(JSON.parse(wrong.lines.at(-1)!)).toMatchObject({ ok: false, differences: 1 })
}, 60_000)
