import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

export interface Step {
  title: string
  /** A command of node_modules/.bin. */
  command: string
  args: string[]
  /** Paths a build of the widgets makes; where one is missing, the widgets are built first. */
  needs?: string[]
}

/** Runs the steps one after another with their output; stops at the first that fails. Returns the exit code. */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  for (const step of steps) {
    if (
      step.needs?.some((path) => !existsSync(path)) &&
      (await run('widgets', 'vite', ['build', '--logLevel', 'warn'])) !== 0
    )
      return 1
    if ((await run(step.title, step.command, step.args)) !== 0) return 1
  }
  return 0
}

async function run(title: string, command: string, args: string[]): Promise<number> {
  const startedAt = performance.now()
  const code = await new Promise<number>((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, args, { stdio: 'inherit' })
    child.on('error', () => resolve(1))
    child.on('exit', (status) => resolve(status ?? 1))
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stderr.write(`${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)\n`)
  return code
}
