import type { CarriersAnswer, LaneRates } from '../../../contract/carriers.ts'
import type { Load } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import { agoIso, suitableCarriers, vetoedCarriers } from './carriers.ts'

export const MOSCOW: Place = {
  id: 524901,
  name: 'Москва',
  region: 'Москва',
  lat: 55.75,
  lon: 37.62,
  zone: 'Europe/Moscow',
}
export const KAZAN: Place = {
  id: 551487,
  name: 'Казань',
  region: 'Республика Татарстан',
  lat: 55.79,
  lon: 49.12,
  zone: 'Europe/Moscow',
}
export const KIROV: Place = { id: 548408, name: 'Киров', region: 'Кировская область', lat: 58.6, lon: 49.66 }
export const KIROV_KALUGA: Place = { id: 548410, name: 'Киров', region: 'Калужская область', lat: 54.08, lon: 34.3 }
export const KIROVSK: Place = { id: 548395, name: 'Кировск', region: 'Мурманская область', lat: 67.61, lon: 33.66 }
export const PLACES: Place[] = [MOSCOW, KAZAN, KIROV, KIROV_KALUGA, KIROVSK]

export function moscowKazan(now: Date): Load {
  const loadAt = new Date(now.getTime() + 2 * 86_400_000)
  loadAt.setUTCHours(6, 0, 0, 0)
  return {
    kind: 'request',
    id: 15,
    title: 'Москва — Казань, стройматериалы',
    stops: [
      {
        action: 'load',
        place: { state: 'known', text: 'г. Москва', place: MOSCOW, taught: false },
        fromAt: loadAt.toISOString(),
        toAt: null,
      },
      {
        action: 'unload',
        place: { state: 'known', text: 'Казань', place: KAZAN, taught: false },
        fromAt: null,
        toAt: null,
      },
    ],
    cargo: 'Стройматериалы на паллетах',
    weightKg: 20_000,
    volumeM3: 82,
    pallets: 33,
    lengthM: null,
    widthM: null,
    heightM: null,
    bodies: ['tent', 'curtain'],
    loading: ['side', 'rear'],
    unloading: [],
    loadingAll: false,
    adr: null,
    tempFromC: null,
    tempToC: null,
    partLoad: false,
    loadFromAt: loadAt.toISOString(),
    loadToAt: new Date(loadAt.getTime() + 3 * 3_600_000).toISOString(),
    unloadByAt: null,
    distance: { km: 815, source: 'graph' },
    targetRate: { minor: 8_700_000, currency: 'RUB' },
    excludedCompanyIds: [],
    assignedById: 4,
    open: true,
  }
}

export function enoughRates(now: Date): LaneRates {
  const medians = [8_100, 8_300, 8_250, 8_600, 8_900, 9_400, 9_100, 8_800, 8_700, 8_900, 9_000, 9_200]
  return {
    state: 'enough',
    count: 34,
    carriers: 12,
    area: 'exact',
    treatment: '22',
    medianMinor: 9_012_300,
    lowerQuartileMinor: 8_500_000,
    upperQuartileMinor: 9_900_000,
    currency: 'RUB',
    suggested: { minor: 9_012_300, lowMinor: 8_300_000, highMinor: 10_200_000, by: 'lane', confidence: 'high' },
    medianPerKmMinor: 11_060,
    sinceOn: `${now.getUTCFullYear() - 1}-06-01`,
    history: medians.map((thousands, index) => ({
      month: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11 + index, 1)).toISOString().slice(0, 7),
      medianMinor: thousands * 1000,
      count: 1 + (index % 4),
    })),
  }
}

export function usualAnswer(now: Date): CarriersAnswer {
  const rows = suitableCarriers(now)
  const vetoed = vetoedCarriers(now)
  return {
    load: moscowKazan(now),
    rows,
    vetoed,
    total: 132,
    totalVetoed: 23,
    rates: enoughRates(now),
    asOf: agoIso(now, 4),
    stale: false,
    weightsVersion: '1',
  }
}
