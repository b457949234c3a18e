/**
 * `npm run backup -- DIR [--data FOLDER]`: a consistent copy of all portals' files and of the registry, made beside the
 * running server. To restore: stop the server, put the files into its data folder, start it with the same REIS_SECRET.
 */
import { parseArgs } from 'node:util'
import { backUp } from '../server/store/backup.ts'

const USAGE = 'npm run backup -- DIR [--data var/data]'

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string', default: process.env.REIS_DATA ?? 'var/data' } },
  })
  const [target, ...others] = positionals
  if (target === undefined || others.length > 0) throw new Error('One folder is needed.')
  const copied = await backUp(values.data, target)
  for (const { file, bytes } of copied) console.log(`${target}/${file}: ${(bytes / 2 ** 20).toFixed(1)} MiB`)
  console.log(JSON.stringify({ ok: true, files: copied.length }))
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`)
  process.exitCode = 2
}
