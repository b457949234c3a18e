import type { StoredStop } from '../../store/schema.ts'
import { readMoment, readText } from './portal-values.ts'

const ACTIONS: [RegExp, StoredStop['action']][] = [
  [/^(unload|выгр|разгр)/iu, 'unload'],
  [/^(load|загр|погр)/iu, 'load'],
]

/**
 * One extra stop as people type it: «load или unload; место; с / до». The place is kept as typed; without a known
 * action the line is an unloading, as most extra stops are. Null for a line that names no place.
 */
export function readStop(line: string): StoredStop | null {
  const parts = line.split(';').map((part) => part.trim())
  const action = ACTIONS.find(([pattern]) => pattern.test(parts[0]!))?.[1] ?? null
  const [place, window = ''] = action ? parts.slice(1) : parts
  const text = readText(place, 500)
  if (!text) return null
  const [from, to] = readWindow(window)
  return { action: action ?? 'unload', text, fromAt: from, toAt: to }
}

const RUSSIAN_MOMENT = /^(\d{2})\.(\d{2})\.(\d{4})(?:\s+(\d{2}:\d{2}))?$/

function readWindow(text: string): [string | null, string | null] {
  const [from = '', to = ''] = text.split('/').map((part) => part.trim().replace(RUSSIAN_MOMENT, isoOfRussian))
  return [readMoment(from), readMoment(to)]
}

function isoOfRussian(_whole: string, day: string, month: string, year: string, time?: string): string {
  return `${year}-${month}-${day}T${time ?? '00:00'}`
}
