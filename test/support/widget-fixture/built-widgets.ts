import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Builds the widgets into a folder of its own, so that a test looks at this source and disturbs nobody's build. In a
 * process of its own, since a test runner's NODE_ENV would give the development build of Vue.
 */
export async function buildWidgets(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'reis-widgets-'))
  const command = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--emptyOutDir', '--outDir', folder]
  await promisify(execFile)(process.execPath, command, { env: { ...process.env, NODE_ENV: 'production' } })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
