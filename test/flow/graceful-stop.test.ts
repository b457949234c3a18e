import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { installApp } from '../../cli/demo/install.ts'
import { portalFacts } from '../../cli/demo/check.ts'
import { openFrame, readBoot } from '../../cli/demo/portal-pages.ts'
import { freePort } from '../../cli/demo/processes.ts'
import type { Boot, Session } from '../../contract/session.ts'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { PLAIN_OFFER } from '../support/plain-offer.ts'
import { REIS_APP } from '../support/reis-side.ts'

const KEY = 'press-just-before-the-server-stops'
let sandbox: Sandbox
let serverUrl: string
let server: ChildProcess
let log = ''
const folder = mkdtempSync(join(tmpdir(), 'reis-stop-'))

beforeAll(async () => {
  const port = await freePort()
  serverUrl = `http://127.0.0.1:${port}`
  const app = { ...REIS_APP, handlerUrl: `${serverUrl}/app`, installUrl: `${serverUrl}/install` }
  sandbox = await startSandbox({ seed: 'small', app, limits: { perSecond: Infinity } })
  await start(port)
  await installApp(sandbox.url, serverUrl, app.clientId, () => undefined)
})
afterAll(async () => {
  server?.kill('SIGKILL')
  sandbox?.portal.faults.clear()
  await sandbox?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(port: number): Promise<void> {
  server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      REIS_PORT: String(port),
      REIS_PUBLIC_URL: serverUrl,
      REIS_DATA: folder,
      REIS_SECRET: 'a-secret-of-more-than-32-characters-for-tests',
      REIS_CLIENT_ID: REIS_APP.clientId,
      REIS_CLIENT_SECRET: REIS_APP.clientSecret,
      REIS_OAUTH_ENDPOINTS: sandbox.oauthEndpoint,
      REIS_CALLS_PER_SECOND: '1000',
      REIS_CALLS_BURST: '10000',
    },
  })
  for (const stream of [server.stdout!, server.stderr!]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await vi.waitFor(async () => expect((await fetch(`${serverUrl}/healthz`)).ok).toBe(true), {
    timeout: 60_000,
    interval: 100,
  })
}

const ended = () => new Promise<number | null>((resolve) => server.once('exit', (code) => resolve(code)))

async function sessionOf(viewerId: number): Promise<Session> {
  const { requestTypeId } = await portalFacts(sandbox.url)
  const placement = `CRM_DYNAMIC_${requestTypeId}_DETAIL_TAB`
  const placed = sandbox.portal.placements(placement).find(({ handler }) => handler.endsWith('/w/carriers'))!
  const uri = `/crm/type/${requestTypeId}/details/${DEMO_REQUEST_ID}/`
  const options = { ID: String(DEMO_REQUEST_ID) }
  const frame = await openFrame(sandbox.url, { viewerId, placement, placementId: placed.id, options, uri })
  const boot = readBoot<Boot>(frame.html)
  if (boot.state !== 'carriers') throw new Error(`The card opened as ${boot.state}`)
  return boot.session
}

test('told to stop amid live streams and a write that hangs, the server ends by itself in time, and the write is kept', async () => {
  const session = await sessionOf(CAST.logist)
  const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' }
  const live = await fetch(`${serverUrl}/api/loads/request/${DEMO_REQUEST_ID}/live`, { headers })
  expect(live.ok).toBe(true)
  const streamEnded = live.text().catch(() => 'cut')
  sandbox.portal.faults.set({ latencyMs: 60_000 })
  const body = JSON.stringify({ ...PLAIN_OFFER, key: KEY, companyId: CARRIERS.sidorov })
  expect((await fetch(`${serverUrl}/api/offers`, { method: 'POST', headers, body })).status).toBe(202)

  const began = performance.now()
  const code = ended()
  server.kill('SIGTERM')
  expect(await code).toBe(0)
  // systemd of the recipe kills after twenty seconds.
  expect(performance.now() - began).toBeLessThan(15_000)
  await streamEnded
  await expect(fetch(`${serverUrl}/healthz`)).rejects.toThrow('fetch failed')
  expect(log).toContain('stopping')

  // It is neither lost nor sent blindly: the next start looks for its proof first, as the storms show.
  const store = new Database(join(folder, `${sandbox.memberId}.db`), { readonly: true })
  const states = store.prepare('SELECT state FROM writeStep WHERE chainKey = ?').pluck().all(KEY) as string[]
  store.close()
  expect(states.length).toBeGreaterThan(0)
  for (const state of states) expect(['pending', 'sending']).toContain(state)
}, 120_000)
