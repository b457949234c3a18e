import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const READY_LIMIT_MS = 60_000

/** The server as a process of its own, to be killed and started again at the same address. */
export interface ServerProcess {
  start(): Promise<void>
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>
  /** SIGTERM, and waits. */
  stop(): Promise<void>
  /** Kills it if it still runs, and removes what was made of it. */
  remove(): Promise<void>
}

/**
 * `url` is where it answers; its output goes to `logFile`. It is made one file first: read file by file it would take
 * longer to start than it lives.
 */
export async function serverProcess(
  url: string,
  environment: Record<string, string>,
  logFile: string,
): Promise<ServerProcess> {
  // One folder below the root, as the server's own files are: it looks for its data beside itself.
  const script = join('var', `chaos-server-${process.pid}.mjs`)
  mkdirSync('var', { recursive: true })
  await build({
    entryPoints: [new URL('server.ts', import.meta.url).pathname],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  let child: ChildProcess | null = null
  const log = openSync(logFile, 'a')
  // Nobody would end it once we are gone.
  process.once('exit', () => child?.kill('SIGKILL'))

  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    await new Promise<void>((resolve) => {
      ending.once('exit', () => resolve())
      ending.kill(signal)
    })
  }
  return {
    async start() {
      const started = spawn(process.execPath, [script], {
        stdio: ['ignore', log, log],
        env: { ...process.env, ...environment },
      })
      child = started
      const deadline = Date.now() + READY_LIMIT_MS
      while (Date.now() < deadline) {
        if (started.exitCode !== null || started.signalCode !== null)
          throw new Error(`The server ended by itself (${started.signalCode ?? started.exitCode}); see ${logFile}`)
        const ready = await fetch(`${url}/healthz`).then(
          (answer) => answer.ok,
          () => false,
        )
        if (ready) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`The server did not answer within ${READY_LIMIT_MS / 1000} s; see ${logFile}`)
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async remove() {
      await end('SIGKILL')
      rmSync(script, { force: true })
    },
  }
}
