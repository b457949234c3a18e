import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'

const READY_TIMEOUT_MS = 120_000

export interface RunningProcess {
  stop(): Promise<void>
  /** Resolves when the process ends by itself: its name and exit code. */
  ended: Promise<string>
}

/**
 * Starts one of our programs and waits until it answers at `readyUrl`. Its output goes to our standard error,
 * so that the last line of standard output stays ours.
 */
export async function startProcess(
  name: string,
  script: string,
  args: readonly string[],
  environment: Record<string, string>,
  readyUrl: string,
): Promise<RunningProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...environment },
  })
  const ended = new Promise<string>((resolve) => {
    child.on('exit', (code, signal) => resolve(`${name} ended (${signal ?? code})`))
    child.on('error', (error) => resolve(`${name} could not start: ${error.message}`))
  })
  const waiting = new AbortController()
  try {
    await Promise.race([
      answers(readyUrl, waiting.signal),
      ended.then((sentence) => {
        throw new Error(sentence)
      }),
    ])
  } finally {
    waiting.abort()
  }
  return { ended, stop: () => stop(child, ended) }
}

async function answers(url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline && !signal.aborted) {
    try {
      const answer = await fetch(url)
      if (answer.status < 500) return
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Nothing answered at ${url} within ${READY_TIMEOUT_MS / 1000} s`)
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(killer)
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      )
    })
  })
}

/** Whether a fixed port can be taken. */
export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
