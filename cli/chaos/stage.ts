import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
import { openPortalStore } from '../../server/store/database.ts'
import { readMeta } from '../../server/store/meta.ts'
import { installApp } from '../demo/install.ts'
import { freePort } from '../demo/processes.ts'
import { makeChaosSeed } from './chaos-seed.ts'
import { chooseStandIn } from './outbox-file.ts'
import { scaledTime } from './scaled-time.ts'
import { serverProcess, type ServerProcess } from './server-process.ts'

export const CLIENT_ID = 'local.reis.chaos'
const SECRET = 'a secret of the storm, worth nothing at all'

/** The portal, the server in a process of its own, and the application installed there. */
export interface Stage {
  sandbox: Sandbox
  server: ServerProcess
  serverUrl: string
  /** What the server was started with. */
  environment: Record<string, string>
  serverLog: string
  /** The portal's file of the server. */
  file: string
  close(): Promise<void>
}

/** `began` (milliseconds) is when all clocks stand at the machine's, `scale` how much faster they run from then on. */
export async function setStage(folder: string, began: number, scale: number): Promise<Stage> {
  const port = await freePort()
  const serverUrl = `http://127.0.0.1:${port}`
  const app = {
    clientId: CLIENT_ID,
    clientSecret: SECRET,
    title: { ru: 'Рейс', en: 'Reis' },
    handlerUrl: `${serverUrl}/app`,
    installUrl: `${serverUrl}/install`,
    scope: ['crm', 'user', 'department', 'placement', 'im', 'userfieldconfig'],
  }
  const sandbox = await startSandbox({ seed: makeChaosSeed, now: scaledTime(began, scale).now, app })
  const data = join(folder, 'data')
  mkdirSync(data)
  const environment = {
    REIS_PORT: String(port),
    REIS_PUBLIC_URL: serverUrl,
    REIS_DATA: data,
    REIS_SECRET: SECRET,
    REIS_CLIENT_ID: CLIENT_ID,
    REIS_CLIENT_SECRET: SECRET,
    REIS_OAUTH_ENDPOINTS: sandbox.oauthEndpoint,
    REIS_LOG_LEVEL: 'warn',
    REIS_TRUST_PROXY: '1',
    CHAOS_STARTED_AT: String(began),
    CHAOS_SCALE: String(scale),
  }
  const serverLog = join(folder, 'server.log')
  const server = await serverProcess(serverUrl, environment, serverLog)
  const close = async () => {
    await server.remove()
    await sandbox.close()
  }
  const file = join(data, `${sandbox.memberId}.db`)
  try {
    await server.start()
    await installApp(sandbox.url, serverUrl, CLIENT_ID, () => undefined)
    chooseStandIn(file)
  } catch (error) {
    await close()
    throw error
  }
  return { sandbox, server, serverUrl, environment, serverLog, file, close }
}

export async function schemaMapIn(file: string): Promise<SchemaMap> {
  const store = await openPortalStore(file)
  try {
    return (await readMeta<SchemaMap>(store, 'schemaMap'))!
  } finally {
    await store.destroy()
  }
}
