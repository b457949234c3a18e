import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import SQLite from 'better-sqlite3'
import type { Language } from '../../contract/codes.ts'
import { mergePlaces, parsePlaces } from '../places/parse-places.ts'
import type { OfferSearch } from '../store/offer-search.ts'
import { offerTable } from './offer-table.ts'
import { tableFile } from './table-file.ts'

/** What the thread is started with. */
export interface OffersExport {
  /** The portal's own file. */
  file: string
  search: OfferSearch
  format: 'csv' | 'xlsx'
  language: Language
}

/** How many pieces may lie at the other side unread: a slow download must not fill the memory. */
const AHEAD = 8

/** Runs in a thread of its own, with a connection of its own: a million rows keep nobody waiting. */
async function run({ file, search, format, language }: OffersExport): Promise<void> {
  const connection = new SQLite(file, { readonly: true })
  try {
    const names = placeNames()
    const table = offerTable(connection, search, (id) => names.get(id) ?? null, language)
    let free = AHEAD
    let wake = (): void => undefined
    parentPort!.on('message', () => {
      free += 1
      wake()
    })
    for await (const piece of tableFile(table, format)) {
      if (free === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      free -= 1
      parentPort!.postMessage(piece)
    }
    parentPort!.postMessage(null)
  } finally {
    connection.close()
    parentPort!.close()
  }
}

function placeNames(): Map<number, string> {
  const read = (name: string) => parsePlaces(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'))
  return new Map(mergePlaces(read('places.tsv'), read('places-extra.tsv')).map((place) => [place.id, place.name]))
}

await run(workerData as OffersExport)
