import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startProcess, type RunningProcess } from './processes.ts'

export interface WorldOptions {
  /** Holds the portal's state, our data and a secret made on the first start. */
  folder: string
  portalPort: number
  serverPort: number
  seed: string
  scale: number
  logLevel: 'silent' | 'error' | 'warn' | 'info'
}

export interface World {
  portalUrl: string
  serverUrl: string
  clientId: string
  /** Whether the application was already installed when the world started. */
  installed: boolean
  /** Resolves with a sentence when one of the two ends by itself. */
  ended: Promise<string>
  stop(): Promise<void>
}

const CLIENT_ID = 'local.reis.demo'
const INSTALLED_MARK = 'installed'

/** Starts the sandbox portal and the server, each in a process of its own, as in life. */
export async function startWorld(options: WorldOptions): Promise<World> {
  mkdirSync(options.folder, { recursive: true })
  const portalUrl = `http://127.0.0.1:${options.portalPort}`
  const serverUrl = `http://127.0.0.1:${options.serverPort}`
  const secret = readOrMakeSecret(options.folder)
  const portal = await startProcess(
    'The portal',
    'sandbox/main.ts',
    portalArguments(options, serverUrl, secret),
    {},
    portalUrl,
  )
  let server: RunningProcess
  try {
    server = await startProcess(
      'The server',
      'server/main.ts',
      [],
      serverSettings(options, portalUrl, serverUrl, secret),
      `${serverUrl}/healthz`,
    )
  } catch (error) {
    await portal.stop()
    throw error
  }
  return {
    portalUrl,
    serverUrl,
    clientId: CLIENT_ID,
    installed: existsSync(join(options.folder, INSTALLED_MARK)),
    ended: Promise.race([portal.ended, server.ended]),
    async stop() {
      await server.stop()
      await portal.stop()
    },
  }
}

/** Written when the installation has been finished, so that the next start does not install again. */
export function markInstalled(folder: string): void {
  writeFileSync(join(folder, INSTALLED_MARK), new Date().toISOString())
}

function portalArguments(options: WorldOptions, serverUrl: string, secret: string): string[] {
  return [
    ['--port', String(options.portalPort)],
    ['--seed', options.seed],
    ['--scale', String(options.scale)],
    ['--state', join(options.folder, 'portal.db')],
    ['--app-client-id', CLIENT_ID],
    ['--app-client-secret', secret],
    ['--app-title-ru', 'Рейс'],
    ['--app-title-en', 'Reis'],
    ['--app-handler', `${serverUrl}/app`],
    ['--app-install', `${serverUrl}/install`],
  ].flat()
}

function serverSettings(
  options: WorldOptions,
  portalUrl: string,
  serverUrl: string,
  secret: string,
): Record<string, string> {
  return {
    REIS_HOST: '127.0.0.1',
    REIS_PORT: String(options.serverPort),
    REIS_PUBLIC_URL: serverUrl,
    REIS_DATA: join(options.folder, 'data'),
    REIS_SECRET: secret,
    REIS_CLIENT_ID: CLIENT_ID,
    REIS_CLIENT_SECRET: secret,
    REIS_OAUTH_ENDPOINTS: `${portalUrl}/oauth-server/rest/`,
    REIS_LOG_LEVEL: options.logLevel,
  }
}

function readOrMakeSecret(folder: string): string {
  const file = join(folder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
