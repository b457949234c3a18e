import { timeZoneOf } from './time-zone.ts'
import type { GazetteerPlace } from './place.ts'

const COLUMNS = 8

/**
 * Reads the gazetteer's tab-separated text: id, name, aliases by `|`, region, country, lat, lon, population.
 * Lines starting with `#` and the header are skipped. Throws an Error naming the line when a row is malformed:
 * the files are ours, so a bad row is a mistake to mend, not input to tolerate.
 */
export function parsePlaces(text: string): GazetteerPlace[] {
  const places: GazetteerPlace[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('id\t')) continue
    places.push(parseRow(line.split('\t'), index + 1))
  }
  return places
}

function parseRow(columns: string[], line: number): GazetteerPlace {
  const [id = '', name = '', aliases = '', region = '', country = '', lat = '', lon = '', population = ''] = columns
  if (columns.length !== COLUMNS) throw new Error(`places, line ${line}: ${columns.length} columns, not ${COLUMNS}`)
  const place = {
    id: Number(id),
    name,
    region,
    lat: Number(lat),
    lon: Number(lon),
    country,
    population: Number(population),
    aliases: aliases === '' ? [] : [...new Set(aliases.split('|'))],
    timeZone: timeZoneOf({ region, country, lon: Number(lon) }),
  }
  if (!Number.isInteger(place.id) || place.id === 0) throw new Error(`places, line ${line}: id "${id}"`)
  if (name === '' || region === '') throw new Error(`places, line ${line}: name or region is empty`)
  if (!(Math.abs(place.lat) <= 90) || !(Math.abs(place.lon) <= 180) || lat === '' || lon === '') {
    throw new Error(`places, line ${line}: coordinates "${lat}" "${lon}"`)
  }
  if (!(place.population >= 0)) throw new Error(`places, line ${line}: population "${population}"`)
  return place
}

/**
 * Lays the hand-made rows over the gazetteer: a row with a known id adds its aliases to that place (and changes
 * nothing else), a row with a new id is a new place.
 */
export function mergePlaces(base: readonly GazetteerPlace[], extra: readonly GazetteerPlace[]): GazetteerPlace[] {
  const byId = new Map(base.map((place) => [place.id, place]))
  for (const place of extra) {
    const known = byId.get(place.id)
    byId.set(place.id, known ? { ...known, aliases: [...new Set([...known.aliases, ...place.aliases])] } : place)
  }
  return [...byId.values()]
}
