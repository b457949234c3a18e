import { BODY_CODES, BODY_LABELS, LOADING_CODES, LOADING_LABELS, type Label } from '../../../contract/codes.ts'
import type { Vehicle } from '../../../contract/carriers.ts'
import { readText } from './portal-values.ts'

/** The longest telescopic trailer. */
const MOST_M = 40
/** Above this a figure of "tonnes" can only be kilograms. */
const MOST_TONNES = 200
const MOST_M3 = 1000

/**
 * One vehicle as it is typed in the carrier base: «рефрижератор; 20 т; 86 м³; задняя, боковая; А123ВС716; 13,6 м»,
 * bodies and loading by code or by name; the inner length may be left out. What is missing or makes no sense is not known; a line that tells nothing is null.
 */
export function readVehicle(line: string): Vehicle | null {
  const [body = '', tonnes = '', volume = '', loading = '', plate = '', length = ''] = line
    .split(';')
    .map((part) => part.trim())
  const vehicle: Vehicle = {
    body: codeOf(body, BODY_CODES, BODY_LABELS),
    capacityKg: capacityKgOf(tonnes),
    volumeM3: figureOf(volume, MOST_M3),
    lengthM: figureOf(length, MOST_M),
    loading: loading
      .split(/[,+/|]/)
      .map((part) => codeOf(part, LOADING_CODES, LOADING_LABELS))
      .filter((code) => code !== null),
    plate: readText(plate, 40),
  }
  vehicle.loading = [...new Set(vehicle.loading)]
  const tells = vehicle.body ?? vehicle.capacityKg ?? vehicle.volumeM3 ?? vehicle.lengthM ?? vehicle.plate
  return tells === null && !vehicle.loading.length ? null : vehicle
}

function capacityKgOf(text: string): number | null {
  const figure = figureOf(text, MOST_TONNES * 1000)
  if (figure === null) return null
  const kilograms = /кг|kg/iu.test(text) || figure > MOST_TONNES
  return Math.round(kilograms ? figure : figure * 1000)
}

function figureOf(text: string, most: number): number | null {
  const match = /\d+(?:[.,]\d+)?/.exec(text.replaceAll(/(?<=\d)[\s\u00a0](?=\d{3}\b)/g, ''))
  const figure = match ? Number(match[0].replace(',', '.')) : Number.NaN
  return figure > 0 && figure <= most ? figure : null
}

function codeOf<Code extends string>(text: string, codes: readonly Code[], labels: Record<Code, Label>): Code | null {
  const wanted = plain(text)
  if (!wanted) return null
  return (
    codes.find((code) => wanted === code || wanted === plain(labels[code].ru) || wanted === plain(labels[code].en)) ??
    null
  )
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('ru').replaceAll('ё', 'е')
}
