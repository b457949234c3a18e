import type { Vehicle } from '../../contract/carriers.ts'
import { longestPieceM, metresOfPallets, mostPallets } from './body-size.ts'
import type { CarrierFacts, SharedTruck } from './facts.ts'
import type { Needs } from './needs.ts'

/** What is left in a truck that already carries something; null is not known, never nothing. */
export interface FreeRoom {
  kg: number | null
  m3: number | null
  /** Metres of floor. */
  m: number | null
}

/** The rest of a running order's truck by weight, volume and metres of floor, as far as both are known. */
export function freeRoomOf({ vehicles }: CarrierFacts, truck: SharedTruck): FreeRoom {
  const vehicle = vehicleOf(vehicles, truck.plates)
  if (vehicle === null) return { kg: null, m3: null, m: null }
  const floorM = floorOf(vehicle)
  return {
    kg: rest(vehicle.capacityKg, truck.usedKg),
    m3: rest(vehicle.volumeM3, truck.usedM3),
    m: rest(floorM, truck.usedPallets === null ? null : metresOfPallets(truck.usedPallets)),
  }
}

/** Whether the load goes into the rest: `no` by any measure known of both, `unknown` where none is. */
export function fitsInto(room: FreeRoom, needs: Needs): 'yes' | 'no' | 'unknown' {
  const askedM = needs.pallets === null ? needs.lengthM : metresOfPallets(needs.pallets)
  const answers = [compare(room.kg, needs.weightKg), compare(room.m3, needs.volumeM3), compare(room.m, askedM)]
  if (answers.includes('no')) return 'no'
  // Weight alone says nothing of a truck full of foam.
  return compare(room.kg, needs.weightKg) === 'yes' && answers.slice(1).includes('yes') ? 'yes' : 'unknown'
}

/** By its plate; without one, the only vehicle he is known to have. */
function vehicleOf(vehicles: readonly Vehicle[], plates: readonly string[]): Vehicle | null {
  const own = new Set(plates.map(plainPlate))
  const byPlate = vehicles.find(({ plate }) => plate !== null && platesIn(plate).some((one) => own.has(one)))
  return byPlate ?? (vehicles.length === 1 ? vehicles[0]! : null)
}

function floorOf(vehicle: Vehicle): number | null {
  if (mostPallets(vehicle) === null) return null
  return vehicle.lengthM ?? longestPieceM(vehicle)
}

function rest(has: number | null, used: number | null): number | null {
  return has === null || used === null || !Number.isFinite(has) || !Number.isFinite(used)
    ? null
    : Math.max(0, has - used)
}

function compare(free: number | null, asked: number | null): 'yes' | 'no' | 'unknown' {
  if (free === null || asked === null) return 'unknown'
  return asked <= free ? 'yes' : 'no'
}

/** «А123ВС716/ВА456116» is a truck and its trailer. */
function platesIn(text: string): string[] {
  return text.split(/[/,;]/).map(plainPlate).filter(Boolean)
}

const LATIN_TWINS: Record<string, string> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
}

/** Plates are typed with spaces, in either case and in either alphabet. */
function plainPlate(text: string): string {
  const compact = text.toLocaleUpperCase('ru').replace(/[^\p{L}\p{N}]/gu, '')
  return compact.replace(/[ABCEHKMOPTXY]/g, (letter) => LATIN_TWINS[letter]!)
}
