import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { History, Trades } from './history.ts'

export const COLUMNS = {
  carriers: ['carrier', 'bodies', 'capacity_t', 'volume_m3'],
  directions: ['carrier', 'from', 'to', 'body'],
  offers: ['carrier', 'from', 'to', 'body', 'rate', 'vat', 'at'],
  orders: ['carrier', 'from', 'to', 'body', 'rate', 'vat', 'at'],
} as const
export type HistoryTable = keyof typeof COLUMNS

/** Lines gathered before they are handed to the file. */
const LINES_AT_ONCE = 5000

/** Writes a history as four tab-separated files into a folder, which is made if need be. */
export async function writeHistory(folder: string, history: History): Promise<void> {
  const codeOf = (carrier: number) => history.carriers[carrier]!.code
  await writeTables(folder, {
    carriers: () => carrierLines(history),
    directions: () =>
      history.directions.map((row) => [codeOf(row.carrier), row.fromPlaceId, row.toPlaceId, row.body ?? ''].join('\t')),
    offers: () => tradeLines(history.offers, codeOf),
    orders: () => tradeLines(history.orders, codeOf),
  })
}

/** Writes the four files, one after another, each from its lines without the header. */
export async function writeTables(folder: string, lines: Record<HistoryTable, () => Iterable<string>>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const table of Object.keys(COLUMNS) as HistoryTable[]) await writeTable(folder, table, lines[table]())
}

function* carrierLines({ carriers }: History): Generator<string> {
  for (const { code, inBase, bodies, capacityT, volumeM3 } of carriers)
    if (inBase) yield [code, bodies.join(','), capacityT ?? '', volumeM3 ?? ''].join('\t')
}

/** Oldest first. */
function* tradeLines(trades: Trades, codeOf: (carrier: number) => string): Generator<string> {
  for (const number of trades.byTime()) {
    const { carrier, fromPlaceId, toPlaceId, body, rateMinor, vat, atMs } = trades.at(number)
    const rate = rateMinor === null ? '' : (rateMinor / 100).toFixed(2)
    const at = new Date(atMs).toISOString()
    yield [codeOf(carrier), fromPlaceId, toPlaceId, body ?? '', rate, vat ?? '', at].join('\t')
  }
}

async function writeTable(folder: string, name: HistoryTable, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(join(folder, `${name}.tsv`))
  let waiting = [COLUMNS[name].join('\t')]
  for (const line of lines) {
    waiting.push(line)
    if (waiting.length < LINES_AT_ONCE) continue
    await write(file, waiting)
    waiting = []
  }
  await write(file, waiting)
  file.end()
  await finished(file)
}

async function write(file: WriteStream, lines: readonly string[]): Promise<void> {
  if (lines.length > 0 && !file.write(`${lines.join('\n')}\n`)) await once(file, 'drain')
}
