import { TOWN_LIST } from './town-list.ts'

export interface Town {
  name: string
  /** As a dispatcher would add it. */
  region: string
  latitude: number
  longitude: number
  utcHours: number
  /** Ways of typing it that its name does not give. */
  shortForms: string[]
  /** Index of the hub it belongs to; a hub belongs to itself. */
  hub: number
}

export interface Hub extends Town {
  /** Relative tonnage that leaves and that arrives: their difference makes return rates cheap. */
  out: number
  in: number
  satellites: Town[]
}

const ABROAD = ['Беларусь', 'Казахстан', 'Узбекистан', 'Киргизия']

export function isAbroad(town: Town): boolean {
  return ABROAD.includes(town.region)
}

function readForms(text: string | undefined): string[] {
  return text ? text.split(',') : []
}

function readHubs(list: string): Hub[] {
  const hubs: Hub[] = []
  for (const line of list.split('\n').filter((line) => line.trim() !== '')) {
    const cells = line.trim().split('|')
    const [name = '', region = '', latitude, longitude] = cells
    const at = { name, region, latitude: Number(latitude), longitude: Number(longitude) }
    const parent = hubs.at(-1)
    if (line.startsWith('  ') && parent) {
      const shortForms = readForms(cells[4])
      parent.satellites.push({ ...at, utcHours: parent.utcHours, shortForms, hub: hubs.length - 1 })
    } else {
      const [utcHours, out, arriving] = cells.slice(4, 7).map(Number) as [number, number, number]
      const shortForms = readForms(cells[7])
      hubs.push({ ...at, utcHours, out, in: arriving, shortForms, satellites: [], hub: hubs.length })
    }
  }
  return hubs
}

export const HUBS: readonly Hub[] = readHubs(TOWN_LIST)

/** A hub or a satellite by its name; throws where the list has no such town. */
export function town(name: string): Town {
  for (const hub of HUBS) {
    const found = hub.name === name ? hub : hub.satellites.find((satellite) => satellite.name === name)
    if (found) return found
  }
  throw new Error(`The seeds' list of towns has no "${name}"`)
}

export function hubAt(index: number): Hub {
  const hub = HUBS[index]
  if (!hub) throw new Error(`There is no hub number ${index}`)
  return hub
}

const RADIANS = Math.PI / 180

/** Roads are longer than the great circle: × 1.18 is right within some 7 % on Russian federal roads. */
export function roadKm(a: Town, b: Town): number {
  const [latitudeA, latitudeB] = [a.latitude * RADIANS, b.latitude * RADIANS]
  const half = Math.sin((latitudeB - latitudeA) / 2) ** 2
  const turn = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2
  return 12742 * Math.asin(Math.sqrt(half + Math.cos(latitudeA) * Math.cos(latitudeB) * turn)) * 1.18
}
