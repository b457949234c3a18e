import type { Language } from '../../../contract/codes.ts'
import { BODY_LABELS, LOADING_LABELS } from '../../../contract/codes.ts'
import type { Load } from '../../../contract/load.ts'
import type { Distance, ResolvedPlace } from '../../../contract/place.ts'
import { clockTime, dayOf, longDay } from './dates.ts'
import { kilometres, number, volume, weight } from './numbers.ts'
import { counted, PALLETS } from './plural.ts'

/** What a stop is called on screen: the settlement when it is known, the typed text otherwise. */
export function placeName(language: Language, place: ResolvedPlace): string {
  if (place.state === 'known') return place.place.name
  if (place.state === 'empty') return language === 'ru' ? 'место не указано' : 'place not stated'
  return place.text
}

const DISTANCE_SOURCE = {
  orders: { ru: 'по нашим рейсам', en: 'from our own trips' },
  routing: { ru: 'по дорогам', en: 'by road' },
  graph: { ru: 'оценка по трассам', en: 'estimated by highways' },
  line: { ru: 'грубая оценка', en: 'rough estimate' },
} as const

/** «≈ 815 км» with where the figure comes from; only an estimate carries the sign. */
export function distanceText(language: Language, distance: Distance): { km: string; source: string } {
  const estimate = distance.source === 'graph' || distance.source === 'line'
  return {
    km: (estimate ? '≈\u00A0' : '') + kilometres(language, distance.km),
    source: DISTANCE_SOURCE[distance.source][language],
  }
}

/** «20 т · 82 м³ · 33 паллеты»; what is not stated is left out. */
export function cargoSize(language: Language, load: Load): string {
  const parts: string[] = []
  if (load.weightKg != null) parts.push(weight(language, load.weightKg))
  if (load.volumeM3 != null) parts.push(volume(language, load.volumeM3))
  if (load.pallets != null) parts.push(counted(language, load.pallets, PALLETS))
  const sizes = [load.lengthM, load.widthM, load.heightM]
  if (sizes.every((size) => size != null))
    parts.push(`${sizes.map((size) => number(language, size, 2)).join(' × ')}\u00A0${language === 'ru' ? 'м' : 'm'}`)
  return parts.join(' · ')
}

/** «тент или штора», empty when any body will do. */
export function bodiesText(language: Language, load: Load): string {
  return load.bodies.map((body) => BODY_LABELS[body][language]).join(', ')
}

/** «верхняя, боковая» for loading types. */
export function loadingText(language: Language, load: Load): string {
  return load.loading
    .map((type) => LOADING_LABELS[type][language])
    .join(load.loadingAll ? (language === 'ru' ? ' и ' : ' and ') : ', ')
}

/** «26 ноября, 09:00–12:00» in the zone of the loading place where it is known; null when no date is stated. */
export function loadingWindow(
  language: Language,
  fromAt: string | null,
  toAt: string | null,
  zone?: string,
): string | null {
  const start = fromAt ?? toAt
  if (!start) return null
  const startOn = dayOf(new Date(start), zone)
  const day = longDay(language, startOn)
  const time = clockTime(language, start, zone)
  if (!fromAt || !toAt || fromAt === toAt) return time === '00:00' ? day : `${day}, ${time}`
  const endOn = dayOf(new Date(toAt), zone)
  if (endOn !== startOn) return `${day} — ${longDay(language, endOn)}`
  return `${day}, ${time}–${clockTime(language, toAt, zone)}`
}
