import type { Language } from '../../../contract/codes.ts'
import { BODY_LABELS, LOADING_LABELS } from '../../../contract/codes.ts'
import type { Vehicle } from '../../../contract/carriers.ts'
import { volume, weight } from './numbers.ts'

/** «тент · 20 т · 82 м³»; empty when nothing is known. A capacity nobody told is said to be unknown: it is not zero. */
export function vehicleText(language: Language, vehicle: Vehicle): string {
  const parts: string[] = []
  if (vehicle.body) parts.push(BODY_LABELS[vehicle.body][language])
  const isKnown = vehicle.body !== null || vehicle.volumeM3 !== null
  if (vehicle.capacityKg != null) parts.push(weight(language, vehicle.capacityKg))
  else if (isKnown) parts.push(language === 'ru' ? 'сколько тонн, неизвестно' : 'capacity unknown')
  if (vehicle.volumeM3 != null) parts.push(volume(language, vehicle.volumeM3))
  return parts.join(' · ')
}

/** The same with loading types and plate, for the opened row. */
export function vehicleFullText(language: Language, vehicle: Vehicle): string {
  const parts = [vehicleText(language, vehicle)]
  if (vehicle.loading.length) parts.push(vehicle.loading.map((type) => LOADING_LABELS[type][language]).join(', '))
  if (vehicle.plate) parts.push(vehicle.plate)
  return parts.filter(Boolean).join(' · ')
}
