/**
 * `npm run chaos -- [--writes N] [--kills N] [--seed N] [--scale N]`: drives writes of thirty people through a portal in trouble while
 * the server is killed again and again, and compares the portal's own records with what was accepted. All clocks run
 * `--scale` times faster than in life; `--scale 1` keeps the real limits. The last line is JSON.
 */
import { parseArgs } from 'node:util'
import { runChaos } from './chaos/run.ts'

const { values } = parseArgs({
  options: {
    writes: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    scale: { type: 'string', default: '60' },
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const result = await runChaos({
  writes: Number(values.writes),
  kills: Number(values.kills),
  seed: Number(values.seed),
  scale: Number(values.scale),
  people: 30,
  say: (sentence) => process.stderr.write(`${sentence}\n`),
})
const { verdict } = result
for (const [name, list] of Object.entries(verdict) as [string, string[]][])
  for (const one of list.slice(0, 10)) console.log(`${name}: ${one}`)
for (const one of result.copyDiffers.slice(0, 10)) console.log(`copy differs: ${one}`)
console.log(result.ended)
for (const [kind, times] of Object.entries(result.fired)) console.log(`${kind.padEnd(18)}${String(times).padStart(7)}`)
if (result.missing.length > 0) console.log(`never struck: ${result.missing.join(', ')}`)
const ok =
  result.missing.length === 0 &&
  Object.values(verdict).every((list) => list.length === 0) &&
  result.copyDiffers.length === 0
console.log(
  JSON.stringify({
    ok,
    writes: result.writes,
    kills: result.kills,
    lost: verdict.lost.length,
    doubled: verdict.doubled.length,
    reordered: verdict.reordered.length,
    ghosts: verdict.ghosts.length,
    copyDiffers: result.copyDiffers.length,
    seed: Number(values.seed),
  }),
)
process.exitCode = ok ? 0 : 1
