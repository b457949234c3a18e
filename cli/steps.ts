import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

export interface Step {
  title: string
  /** A command of node_modules/.bin. */
  command: string
  args: string[]
  /** Paths a build of the widgets makes; where one is missing, the widgets are built first. */
  needs?: string[]
  /** Whether what a build made is still true; where it is not, the widgets are built first. */
  isBuilt?: () => boolean
}

/**
 * Runs the steps one after another, those in an inner list side by side; stops at the first that fails. Returns the
 * exit code.
 */
export async function runSteps(steps: readonly (Step | Step[])[]): Promise<number> {
  for (const step of steps) {
    const together = Array.isArray(step) ? step : [step]
    if (together.some(({ needs, isBuilt }) => needs?.some((path) => !existsSync(path)) || isBuilt?.() === false)) {
      const widgets = { title: 'widgets', command: 'vite', args: ['build', '--logLevel', 'warn'] }
      if ((await run(widgets, false)) !== 0) return 1
    }
    const codes = await Promise.all(together.map((one) => run(one, together.length > 1)))
    if (codes.some((code) => code !== 0)) return 1
  }
  return 0
}

/** Steps that run side by side keep their output until they end, so that it can be read. */
async function run({ title, command, args }: Step, isKept: boolean): Promise<number> {
  const startedAt = performance.now()
  const kept: Buffer[] = []
  const code = await new Promise<number>((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, args, {
      stdio: isKept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    child.stdout?.on('data', (chunk: Buffer) => kept.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => kept.push(chunk))
    child.on('error', () => resolve(1))
    child.on('close', (status) => resolve(status ?? 1))
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(Buffer.concat(kept))
  process.stderr.write(`${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)\n`)
  return code
}
