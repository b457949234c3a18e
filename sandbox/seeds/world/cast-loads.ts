import {
  ADR_REQUEST_ID,
  AMBIGUOUS_REQUEST_ID,
  CARRIERS,
  DEMO_REQUEST_ID,
  EXCLUSIONS_REQUEST_ID,
  OVERSIZE_REQUEST_ID,
  PART_LOAD_REQUEST_ID,
  REEFER_REQUEST_ID,
  STOPS_REQUEST_ID,
  UNKNOWN_PLACE_REQUEST_ID,
  WON_REQUEST_ID,
} from '../cast.ts'
import { town } from '../geography/towns.ts'
import type { LoadPlan } from './load-plan.ts'
import type { RequestStage } from './request-plan.ts'
import { stopAt } from './extra-stops.ts'

/** How a load of the cast differs from a plain truckload of goods. */
export interface CastLoad {
  id: number
  stage: RequestStage
  from: string
  to: string
  /** Days from today. */
  loadsIn: number
  /** The permanent client's, or one who came through a lead. */
  permanent: boolean
  change: Partial<LoadPlan>
}

export const PLAIN_LOAD: Partial<LoadPlan> = {
  cargo: 'ТНП на паллетах',
  weightKg: 20000,
  volumeM3: 82,
  pallets: 33,
  size: null,
  bodies: ['tent'],
  loading: ['rear', 'side'],
  unloading: ['rear'],
  loadingAll: false,
  adr: null,
  temperature: null,
  partLoad: false,
  stops: [],
  excluded: [],
}

export function castLoads(today: number): CastLoad[] {
  const load = (
    id: number,
    [from, to]: readonly [string, string],
    change: Partial<LoadPlan>,
    rest: Partial<CastLoad> = {},
  ): CastLoad => ({ id, stage: 'SEARCH', from, to, loadsIn: 1, permanent: false, change, ...rest })
  const reefer = { bodies: ['reefer'], loading: ['rear'], unloading: ['rear'] }
  return [
    load(DEMO_REQUEST_ID, ['Москва', 'Казань'], { loadPlace: 'г. Москва' }, { permanent: true }),
    load(
      AMBIGUOUS_REQUEST_ID,
      ['Ростов-на-Дону', 'Киров'],
      { loadPlace: 'Ростов', unloadPlace: 'Киров' },
      { loadsIn: 2 },
    ),
    load(ADR_REQUEST_ID, ['Москва', 'Казань'], {
      cargo: 'Краска, растворители',
      adr: '3',
      weightKg: 18000,
      volumeM3: 60,
    }),
    load(REEFER_REQUEST_ID, ['Москва', 'Казань'], {
      ...reefer,
      cargo: 'мороженое',
      temperature: [-20, -18],
      weightKg: 18000,
      volumeM3: 78,
    }),
    load(
      STOPS_REQUEST_ID,
      ['Москва', 'Казань'],
      {
        cargo: 'бытовая химия, сборный',
        weightKg: 14500,
        volumeM3: 70,
        pallets: 28,
        stops: [
          stopAt('load', town('Ногинск'), 'МО Ногинск', today + 2, [13, 17]),
          stopAt('unload', town('Кстово'), 'Н.Новгород (Кстово)', today + 3, [9, 12]),
          stopAt('unload', town('Чебоксары'), 'г. Чебоксары', today + 3, [15, 18]),
        ],
      },
      { loadsIn: 2, permanent: true },
    ),
    load(
      OVERSIZE_REQUEST_ID,
      ['Екатеринбург', 'Тюмень'],
      {
        cargo: 'Экскаватор гусеничный',
        bodies: ['lowboy'],
        loading: ['ramps'],
        unloading: ['ramps'],
        weightKg: 24500,
        volumeM3: null,
        pallets: null,
        size: [9.6, 3, 3.1],
        unloadPlace: 'Тюмень, Тюменская обл.',
      },
      { loadsIn: 4 },
    ),
    load(
      PART_LOAD_REQUEST_ID,
      ['Санкт-Петербург', 'Москва'],
      {
        cargo: 'запчасти',
        weightKg: 3000,
        volumeM3: 14,
        pallets: 6,
        partLoad: true,
        loadPlace: 'СПб',
        unloadPlace: 'МО Подольск',
      },
      { loadsIn: 0 },
    ),
    load(UNKNOWN_PLACE_REQUEST_ID, ['Дмитров', 'Обнинск'], { loadPlace: 'Белый Раст', unloadPlace: 'склад Ворсино' }),
    load(
      EXCLUSIONS_REQUEST_ID,
      ['Казань', 'Москва'],
      { excluded: [CARRIERS.sidorov, CARRIERS.okaExpress], unloadPlace: 'Мск' },
      { permanent: true, stage: 'TRUCK' },
    ),
    load(WON_REQUEST_ID, ['Москва', 'Казань'], {}, { permanent: true, stage: 'WON', loadsIn: -5 }),
  ]
}
