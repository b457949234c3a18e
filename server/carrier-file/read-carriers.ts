import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { CarrierColumn, CarrierMapping, CarrierRowProblem } from '../../contract/carrier-file.ts'
import { BODY_CODES, BODY_LABELS, type BodyCode } from '../../contract/codes.ts'
import type { Table, TableRow } from './table.ts'

/** A carrier as a row of the file tells of him. */
export interface CarrierDraft {
  line: number
  name: string
  /** With the country's code; null where the row has none. */
  phone: string | null
  directions: string[]
  body: BodyCode | null
  capacityKg: number | null
  volumeM3: number | null
  home: string | null
}

export interface RowProblem {
  line: number
  column: CarrierColumn | null
  why: CarrierRowProblem
}

const LONGEST: Partial<Record<CarrierColumn, number>> = { name: 200, home: 200 }
const LONGEST_DIRECTION = 200
const MOST_DIRECTIONS = 30

/** Reads every row; what cannot be read is told with its line, and the row is left out. */
export function readCarriers(
  table: Table,
  mapping: CarrierMapping,
): { drafts: CarrierDraft[]; problems: RowProblem[] } {
  const drafts: CarrierDraft[] = []
  const problems: RowProblem[] = []
  const names = new Set<string>()
  const phones = new Set<string>()
  for (const row of table.rows) {
    const read = readRow(row, mapping)
    if ('why' in read) problems.push(read)
    else if (names.has(nameKey(read.name)) || (read.phone !== null && phones.has(read.phone)))
      problems.push({ line: row.line, column: null, why: 'repeated' })
    else {
      drafts.push(read)
      names.add(nameKey(read.name))
      if (read.phone !== null) phones.add(read.phone)
    }
  }
  return { drafts, problems }
}

/** Names are the same whatever the case, the quotation marks and the spaces. */
export function nameKey(name: string): string {
  return name
    .toLocaleLowerCase('ru')
    .replace(/[«»"'„“”\s]+/g, ' ')
    .trim()
}

function readRow(row: TableRow, mapping: CarrierMapping): CarrierDraft | RowProblem {
  const bad = (column: CarrierColumn | null, why: CarrierRowProblem): RowProblem => ({ line: row.line, column, why })
  const text = (column: CarrierColumn) => (mapping[column] === undefined ? '' : (row.cells[mapping[column]] ?? ''))
  for (const [column, position] of Object.entries(mapping) as [CarrierColumn, number][]) {
    // A text that some program would take for a formula is none of a carrier's names either.
    if (row.formulas.includes(position) || /^[=@]/.test(text(column))) return bad(column, 'formula')
    if (text(column).length > (LONGEST[column] ?? 1_000)) return bad(column, 'too_long')
  }
  const name = text('name')
  if (name === '') return bad('name', 'no_name')
  const phone = phoneOf(text('phone'))
  if (phone === undefined) return bad('phone', 'bad_phone')
  const capacityKg = kilogramsOf(text('capacity'))
  if (capacityKg === undefined) return bad('capacity', 'bad_capacity')
  const volumeM3 = numberOf(text('volume'), 1, 400)
  if (volumeM3 === undefined) return bad('volume', 'bad_volume')
  const body = bodyOf(text('body'))
  if (body === undefined) return bad('body', 'unknown_body')
  const directions = text('directions')
    .split(/[;|]/)
    .map((one) => one.trim())
    .filter(Boolean)
  if (directions.length > MOST_DIRECTIONS || directions.some((one) => one.length > LONGEST_DIRECTION))
    return bad('directions', 'too_long')
  return { line: row.line, name, phone, directions, body, capacityKg, volumeM3, home: text('home') || null }
}

/** undefined for what is no number at all; of several the first counts. */
function phoneOf(text: string): string | null | undefined {
  if (text === '') return null
  const first = text.split(/[,;/]/)[0]!
  const parsed = parsePhoneNumberFromString(first, 'RU')
  return parsed?.isPossible() ? parsed.number : undefined
}

function numberOf(text: string, least: number, most: number): number | null | undefined {
  if (text === '') return null
  const found = /^\D{0,3}(\d+(?:[.,]\d+)?)/.exec(text.replace(/(\d)\s(?=\d{3})/g, '$1'))
  const value = found ? Number(found[1]!.replace(',', '.')) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/** «20», «20 т», «20000», «1 500 кг»: what is small is tonnes unless it says otherwise. */
function kilogramsOf(text: string): number | null | undefined {
  const value = numberOf(text, 0.1, 200_000)
  if (value === null || value === undefined) return value
  const isTonnes = /т(онн|\.|$|\s)/iu.test(text) || (value <= 120 && !/кг|kg/iu.test(text))
  const kilograms = Math.round(isTonnes ? value * 1000 : value)
  return kilograms >= 100 && kilograms <= 200_000 ? kilograms : undefined
}

function bodyOf(text: string): BodyCode | null | undefined {
  if (text === '') return null
  const wanted = text.toLocaleLowerCase('ru')
  return BODY_CODES.find((code) => {
    const label = BODY_LABELS[code]
    const words = [code, label.ru, label.en].map((one) => one.toLocaleLowerCase('ru'))
    return words.some((word) => wanted === word || wanted.startsWith(word) || word.startsWith(wanted))
  })
}
