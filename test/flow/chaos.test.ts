import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

const RUN = ['--import', 'tsx', 'cli/chaos.ts', '--writes', '500', '--kills', '3', '--seed', '7', '--scale', '100']
/** A run takes some forty seconds. In this time it has come to a verdict, or something has got stuck. */
const VERDICT_WITHIN_MS = 400_000

/** What the storm came to, as its last line says; null when it was still going on after its time. */
async function storm(): Promise<Record<string, unknown> | null> {
  const child = spawn(process.execPath, RUN, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()))
  let isOver = false
  const limit = setTimeout(() => {
    isOver = true
    // Its servers belong to its group and go with it.
    process.kill(-child.pid!, 'SIGKILL')
  }, VERDICT_WITHIN_MS)
  await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(limit)
  if (isOver) return null
  const last = printed.trim().split('\n').at(-1) ?? ''
  const verdict = JSON.parse(last) as Record<string, unknown>
  if (verdict.ok !== true) console.warn(printed.slice(-4000))
  return verdict
}

test(
  '500 writes of thirty people through a portal in trouble, with the server killed three times: each once, in order, and the copy is the portal',
  async () => {
    const verdict = await storm()
    expect(verdict).toMatchObject({ ok: true, lost: 0, doubled: 0, reordered: 0, copyDiffers: 0 })
    expect(verdict!.kills).toBeGreaterThanOrEqual(3)
    expect(verdict!.writes).toBeGreaterThanOrEqual(500)
  },
  VERDICT_WITHIN_MS + 30_000,
)
