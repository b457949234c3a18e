import { localText, momentText } from '../days.ts'
import { streetText } from '../geography/place-texts.ts'
import { Random, mix } from '../random.ts'
import type { PlainValue } from '../schema/process.ts'
import type { ExtraStop, LoadPlan } from '../world/load-plan.ts'
import { targetRate } from '../world/prices.ts'
import { isAbroad } from '../geography/towns.ts'

/** `unload; г. Тверь; 2026-11-25T10:00+03:00/2026-11-25T14:00+03:00`, by the clocks of the place. */
function stopText({ action, text, town, window }: ExtraStop): string {
  const place = `${action}; ${text.replaceAll(';', ',')}`
  if (!window) return place
  return `${place}; ${localText(window.from, town.utcHours)}/${localText(window.to, town.utcHours)}`
}

function directionKind({ abroad, from, to }: LoadPlan): string {
  if (!abroad) return 'domestic'
  if (isAbroad(from) && isAbroad(to)) return 'transit'
  return isAbroad(from) ? 'import' : 'export'
}

/** The fields a request and an order share. `clientRate` null: no price was named yet. */
export function loadValues(load: LoadPlan, clientVat: string, clientRate: number | null): Record<string, PlainValue> {
  const random = new Random(mix(load.seed, 23))
  const { client } = load
  const knowsAddress = random.chance(0.5)
  const typedKm = random.chance(0.6) ? Math.round(load.km / 5) * 5 : null
  return {
    LOAD_PLACE: load.loadPlace,
    UNLOAD_PLACE: load.unloadPlace,
    LOAD_ADDRESS: knowsAddress ? streetText(random) : null,
    UNLOAD_ADDRESS: knowsAddress ? streetText(random) : null,
    EXTRA_STOPS: load.stops.length > 0 ? load.stops.map(stopText) : null,
    LOAD_FROM_AT: momentText(load.loadFromAt),
    LOAD_TO_AT: momentText(load.loadToAt),
    UNLOAD_BY_AT: random.chance(0.6) ? momentText(load.unloadByAt) : null,
    CARGO: load.cargo,
    WEIGHT_KG: load.weightKg,
    VOLUME_M3: load.volumeM3,
    PALLETS: load.pallets,
    LENGTH_M: load.size?.[0],
    WIDTH_M: load.size?.[1],
    HEIGHT_M: load.size?.[2],
    BODY: load.bodies,
    LOADING: load.loading,
    UNLOADING: load.unloading,
    LOADING_ALL: load.loadingAll,
    ADR: load.adr,
    TEMP_FROM_C: load.temperature?.[0],
    TEMP_TO_C: load.temperature?.[1],
    PART_LOAD: load.partLoad,
    DIRECTION_KIND: directionKind(load),
    CLIENT_RATE: clientRate,
    CLIENT_PAYMENT_FORM: clientVat,
    CLIENT_TERM_EVENT: client.term.event,
    CLIENT_TERM_DAYS: client.term.days,
    CLIENT_TERM_BANK_DAYS: client.term.bankDays,
    CLIENT_PREPAY_PCT: client.term.prepayPercent,
    TARGET_RATE: targetRate(load),
    DISTANCE_KM: typedKm,
    EXCLUDED_CARRIERS: load.excluded.length > 0 ? load.excluded : null,
  }
}

/** «Москва — Казань, 20 т» */
export function loadTitle({ from, to, weightKg }: LoadPlan): string {
  const tonnes = Math.max(0.1, Math.round(weightKg / 100) / 10)
  return `${from.name} — ${to.name}, ${String(tonnes).replace('.', ',')} т`
}
