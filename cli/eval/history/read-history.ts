import { join } from 'node:path'
import { Trades, type History } from '../../../bench/world/history.ts'
import { COLUMNS, type HistoryTable } from '../../../bench/world/write-world.ts'
import type { Gazetteer } from '../../../server/places/gazetteer.ts'
import { BadField, readBodies, readBody, readCarrier, readMoment, readRate, readSize, readVat } from './fields.ts'
import { PlaceField } from './place-field.ts'
import { visitRows } from './rows-of-file.ts'

export interface SkippedRow {
  file: string
  line: number
  why: string
}

export interface ReadHistory {
  history: History
  skipped: SkippedRow[]
  /** Texts of places that could mean several, taken for the likeliest. */
  guessedPlaces: string[]
}

/**
 * Reads the four files of one portal's history. A bad row is left out whole and told of; a carrier named only by
 * offers or orders is a carrier of whom the base knows nothing. Throws EvalInputError for a file that cannot be used.
 */
export function readHistory(folder: string, gazetteer: Gazetteer): ReadHistory {
  const history: History = { carriers: [], directions: [], offers: new Trades(), orders: new Trades() }
  const skipped: SkippedRow[] = []
  const places = new PlaceField(gazetteer)
  const numbers = new Map<string, number>()
  const numberOf = (code: string): number => {
    const known = numbers.get(code)
    if (known !== undefined) return known
    history.carriers.push({ code, inBase: false, bodies: [], capacityT: null, volumeM3: null })
    numbers.set(code, history.carriers.length - 1)
    return history.carriers.length - 1
  }
  const readTable = (table: HistoryTable, take: (columns: string[]) => void) => {
    const file = `${table}.tsv`
    visitRows(join(folder, file), COLUMNS[table], (columns, line) => {
      try {
        const wanted = COLUMNS[table].length
        if (columns.length !== wanted) throw new BadField(`${columns.length} columns, not ${wanted}`)
        take(columns)
      } catch (error) {
        if (!(error instanceof BadField)) throw error
        skipped.push({ file, line, why: error.message })
      }
    })
  }

  readTable('carriers', ([carrier, bodies, capacity, volume]) => {
    const row = {
      code: readCarrier(carrier!),
      inBase: true,
      bodies: readBodies(bodies!),
      capacityT: readSize(capacity!, 'capacity_t'),
      volumeM3: readSize(volume!, 'volume_m3'),
    }
    if (numbers.has(row.code)) throw new BadField(`carrier "${row.code}" again`)
    history.carriers[numberOf(row.code)] = row
  })
  readTable('directions', ([carrier, from, to, body]) => {
    const code = readCarrier(carrier!)
    const lane = { fromPlaceId: places.read(from!, 'from'), toPlaceId: places.read(to!, 'to'), body: readBody(body!) }
    history.directions.push({ carrier: numberOf(code), ...lane })
  })
  for (const table of ['offers', 'orders'] as const) {
    readTable(table, ([carrier, from, to, body, rate, vat, at]) => {
      const code = readCarrier(carrier!)
      const trade = {
        fromPlaceId: places.read(from!, 'from'),
        toPlaceId: places.read(to!, 'to'),
        body: readBody(body!),
        rateMinor: readRate(rate!),
        vat: readVat(vat!),
        atMs: readMoment(at!),
      }
      history[table].push({ carrier: numberOf(code), ...trade })
    })
  }
  return { history, skipped, guessedPlaces: [...places.guessed] }
}

/** Tells of every row that was left out. */
export function reportSkippedRows({ skipped, guessedPlaces }: ReadHistory): void {
  for (const { file, line, why } of skipped) console.log(`${file} line ${line} skipped: ${why}`)
  if (guessedPlaces.length > 0)
    console.log(`Taken for the likeliest of several places: ${guessedPlaces.map((text) => `"${text}"`).join(', ')}`)
}
