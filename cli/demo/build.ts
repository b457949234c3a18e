import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = 'dist/widgets/.sources'

/** Builds the widgets unless the last build was made from the same sources. Rejects with the builder's exit code. */
export async function buildWidgets(): Promise<'built' | 'up to date'> {
  const sources = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return 'up to date'
  await new Promise<void>((resolve, reject) => {
    const child = spawn('node_modules/.bin/vite', ['build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The widgets could not be built (${code})`))))
  })
  writeFileSync(STAMP, sources)
  return 'built'
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of sourceFiles()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function sourceFiles(): string[] {
  const inFolders = ['widgets', 'contract'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const files = inFolders.filter((file) => statSync(file).isFile() && !file.endsWith('.d.ts'))
  return ['package-lock.json', 'vite.config.ts', ...files].toSorted()
}
