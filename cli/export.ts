/**
 * `npm run export -- DIR [--data FOLDER] [--portal MEMBER_ID]`: writes a portal's past as the four files that
 * `npm run eval -- match DIR` and `-- rates DIR` read. Carriers go by the numbers of their companies: no name, no phone
 * and no client is written.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeTables, type HistoryTable } from '../bench/world/write-world.ts'
import { openHistory } from '../server/store/history-rows.ts'
import { carrierLine, directionLine, tradeLines } from './export/lines.ts'

const USAGE = 'npm run export -- DIR [--data var/data] [--portal MEMBER_ID]'

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string', default: process.env.REIS_DATA ?? 'var/data' }, portal: { type: 'string' } },
  })
  const [folder, ...others] = positionals
  if (folder === undefined || others.length > 0) throw new Error('One folder is needed.')
  return { folder, file: fileOf(values.data, values.portal) }
}

/** The only portal there is, or the one that was named. */
function fileOf(data: string, portal: string | undefined): string {
  if (!existsSync(data)) throw new Error(`There is no folder ${data}.`)
  const portals = readdirSync(data)
    .filter((name) => name.endsWith('.db') && name !== 'registry.db')
    .map((name) => name.slice(0, -3))
  const chosen = portal ?? (portals.length === 1 ? portals[0] : undefined)
  if (chosen === undefined)
    throw new Error(portals.length ? `Which portal? ${portals.join(', ')}` : `There is no portal in ${data}.`)
  if (!portals.includes(chosen)) throw new Error(`There is no portal "${chosen}" in ${data}.`)
  return join(data, `${chosen}.db`)
}

try {
  const { folder, file } = readArguments()
  const history = openHistory(file)
  const counts: Record<HistoryTable, number> = { carriers: 0, directions: 0, offers: 0, orders: 0 }
  const skipped = { offers: 0, orders: 0 }
  function* counted(table: HistoryTable, lines: Iterable<string>): Generator<string> {
    for (const line of lines) {
      counts[table] += 1
      yield line
    }
  }
  function* each<Row>(rows: Iterable<Row>, lineOf: (row: Row) => string): Generator<string> {
    for (const row of rows) yield lineOf(row)
  }
  await writeTables(folder, {
    carriers: () => counted('carriers', each(history.carriers(), carrierLine)),
    directions: () => counted('directions', each(history.directions(), directionLine)),
    offers: () =>
      counted(
        'offers',
        tradeLines(history.offers(), () => (skipped.offers += 1)),
      ),
    orders: () =>
      counted(
        'orders',
        tradeLines(history.orders(), () => (skipped.orders += 1)),
      ),
  })
  history.close()
  for (const [table, count] of Object.entries(counts)) console.log(`${folder}/${table}.tsv: ${count} rows`)
  if (skipped.offers + skipped.orders > 0)
    console.log(`Left out for want of a place: ${skipped.offers} offers, ${skipped.orders} orders`)
  console.log(JSON.stringify({ ok: true, ...counts, skipped }))
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`)
  process.exitCode = 2
}
