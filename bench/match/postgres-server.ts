import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PostgresWire } from './postgres-wire.ts'

const DEBIAN_FOLDER = '/usr/lib/postgresql'
const USER = 'bench'
const START_LIMIT_MS = 20_000
const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '1GB',
  work_mem: '64MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '4GB',
  random_page_cost: '1.1',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  // Compiling a plan costs more than these questions do.
  jit: 'off',
}

export interface RunningPostgres {
  wire: PostgresWire
  version: string
  stop(): Promise<void>
}

/** Starts a server of its own in a temporary folder, reached only by a Unix socket there. Throws where none can be had. */
export async function startPostgres(): Promise<RunningPostgres> {
  const binaries = findBinaries()
  const account = unprivilegedAccount()
  const folder = mkdtempSync(join(tmpdir(), 'reis-pg-'))
  if (account) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const run = { cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', HOME: folder }, ...account }
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', USER, '--auth=trust', '-E', 'UTF8', '--no-sync'],
    run,
  )
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr.toString().trim().split('\n').at(-1)}`)
  }
  const options = Object.entries({ ...SETTINGS, unix_socket_directories: folder }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...options], {
    ...run,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGINT')
      await once(server, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const wire = await firstConnection(server, join(folder, '.s.PGSQL.5432'))
    const [[version]] = (await wire.query('SHOW server_version')) as [[string]]
    return {
      wire,
      version,
      stop: async () => {
        wire.close()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function firstConnection(server: ChildProcess, socketPath: string): Promise<PostgresWire> {
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2000)))
  for (let waitedMs = 0; waitedMs < START_LIMIT_MS; waitedMs += 200) {
    if (server.exitCode !== null) throw new Error(`the server stopped: ${said.trim().split('\n').at(-1)}`)
    const wire = existsSync(socketPath)
      ? await PostgresWire.connect(socketPath, USER, 'postgres').catch(() => null)
      : null
    if (wire) return wire
    await pause(200)
  }
  throw new Error('the server did not answer in time')
}

function findBinaries(): string {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(DEBIAN_FOLDER, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
  if (!found) throw new Error('no PostgreSQL server is installed (apt: postgresql)')
  return found
}

/** PostgreSQL refuses to run as root: then as its own account, or as nobody. Null where we are not root. */
function unprivilegedAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([user]) => user === name)).find(Boolean)
  if (!account) throw new Error('no unprivileged account to run PostgreSQL as')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}
