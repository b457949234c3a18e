import type { BodyCode, CarrierSource } from '../../contract/codes.ts'
import type { CarrierRow } from '../../contract/carriers.ts'

export interface RowFilter {
  readonly text: string
  /** Empty: any. */
  readonly sources: readonly CarrierSource[]
  readonly bodies: readonly BodyCode[]
}

export const NO_FILTER: RowFilter = { text: '', sources: [], bodies: [] }

export function isFiltering(filter: RowFilter): boolean {
  return filter.text.trim() !== '' || filter.sources.length > 0 || filter.bodies.length > 0
}

/** Rows that match every part of the filter, in their order. */
export function filterRows(rows: readonly CarrierRow[], filter: RowFilter): CarrierRow[] {
  return rows.filter(
    (row) => matchesText(row, filter.text) && matchesSources(row, filter.sources) && matchesBodies(row, filter.bodies),
  )
}

function matchesSources(row: CarrierRow, sources: readonly CarrierSource[]): boolean {
  return sources.length === 0 || row.sources.some((known) => sources.includes(known.source))
}

/** A carrier whose bodies are not known is not hidden by a body it may well have. */
function matchesBodies(row: CarrierRow, bodies: readonly BodyCode[]): boolean {
  if (bodies.length === 0) return true
  const known = row.vehicles.map((vehicle) => vehicle.body).filter((body) => body != null)
  return known.length === 0 || known.some((body) => bodies.includes(body))
}

function matchesText(row: CarrierRow, text: string): boolean {
  const wanted = normalised(text)
  if (!wanted) return true
  const digits = wanted.replace(/[\s()+-]/g, '')
  if (/^\d+$/.test(digits) && matchesPhone(row, digits)) return true
  const cities = row.reasons.map((reason) => ('place' in reason ? reason.place : ''))
  const places = [row.whereabouts?.place ?? '', ...cities]
  return [row.name, row.contact?.person ?? '', ...places].some((value) => normalised(value).includes(wanted))
}

/** Lists hold only «+7 916 •••-••-42», so what can be compared are the digits after the dots. */
function matchesPhone(row: CarrierRow, digits: string): boolean {
  const tail = /\d*$/.exec(row.contact?.masked.replace(/[\s()-]/g, '') ?? '')?.[0] ?? ''
  return tail !== '' && (digits.endsWith(tail) || tail.endsWith(digits))
}

function normalised(text: string): string {
  const words = text.toLowerCase().replaceAll('ё', 'е').replace(/[«»"]/g, '')
  return words.replace(/[\s\u00A0‑–-]+/g, ' ').trim()
}

/** How many of the rows each source knows, for the filter's chips. */
export function countSources(rows: readonly CarrierRow[]): Record<CarrierSource, number> {
  const counts: Record<CarrierSource, number> = { base: 0, offers: 0, orders: 0, running: 0 }
  for (const row of rows) for (const known of row.sources) counts[known.source] += 1
  return counts
}

/** Bodies that occur in the rows with how many rows have them, most frequent first. */
export function countBodies(rows: readonly CarrierRow[]): { body: BodyCode; count: number }[] {
  const counts = new Map<BodyCode, number>()
  for (const row of rows) {
    const bodies = new Set(row.vehicles.map((vehicle) => vehicle.body).filter((body) => body != null))
    for (const body of bodies) counts.set(body, (counts.get(body) ?? 0) + 1)
  }
  return [...counts].map(([body, count]) => ({ body, count })).sort((a, b) => b.count - a.count)
}
