/**
 * `npm run world -- DIR --seed N --carriers N --orders N [--misleading]`: makes a forwarder's history out of carriers'
 * hidden habits and writes it as four files that `npm run eval -- match DIR` reads. What can be turned:
 * `bench/world/knobs.ts`.
 */
import { parseArgs } from 'node:util'
import { MISLEADING, USUAL, usualSize } from '../bench/world/knobs.ts'
import { generateWorld } from '../bench/world/world.ts'
import { writeHistory } from '../bench/world/write-world.ts'
import { loadPlaceKnowledge } from '../server/gazetteer.ts'

const USAGE = 'npm run world -- DIR [--seed 1] [--carriers 2000] [--orders 30000] [--misleading]'

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      carriers: { type: 'string', default: '2000' },
      orders: { type: 'string', default: '30000' },
      misleading: { type: 'boolean', default: false },
    },
  })
  const [folder, ...others] = positionals
  if (folder === undefined || others.length > 0) throw new Error('One folder is needed.')
  return {
    folder,
    seed: whole('seed', values.seed, 0),
    carriers: whole('carriers', values.carriers, 1),
    orders: whole('orders', values.orders, 1),
    knobs: values.misleading ? MISLEADING : USUAL,
  }
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least)
    throw new Error(`--${name} must be a whole number from ${least}, not "${text}".`)
  return number
}

try {
  const { folder, seed, carriers, orders, knobs } = readArguments()
  const { gazetteer } = loadPlaceKnowledge()
  const { history, oracleHit10 } = generateWorld(gazetteer.all, { seed, size: usualSize(carriers, orders), knobs })
  await writeHistory(folder, history)
  const counts = {
    carriers: history.carriers.length,
    directions: history.directions.length,
    offers: history.offers.length,
    orders: history.orders.length,
  }
  for (const [table, count] of Object.entries(counts)) console.log(`${folder}/${table}.tsv: ${count} rows`)
  console.log(
    `Somebody who knew every habit would have ${(oracleHit10 * 100).toFixed(1)} % of executors in his first ten.`,
  )
  console.log(JSON.stringify({ ok: true, seed, ...counts, oracleHit10: Number(oracleHit10.toFixed(4)) }))
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`)
  process.exitCode = 2
}
