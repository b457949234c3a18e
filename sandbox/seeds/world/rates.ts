import { dayOf, monthOf } from '../days.ts'
import { hubAt } from '../geography/towns.ts'
import { laneKey } from '../geography/lanes.ts'
import { hashText, mix, Random } from '../random.ts'

/** January to December: quiet after the holidays, dear before them and in harvest time. */
const SEASON = [0.93, 0.95, 0.99, 1, 1, 1.02, 1.03, 1.04, 1.06, 1.06, 1.05, 1.12]
const REFERENCE_DAY = dayOf('2026-06-01')
const YEARLY_GROWTH = 0.08

const BODY: Record<string, number> = {
  reefer: 1.24,
  reefer_multi: 1.34,
  isotherm: 1.08,
  mega: 1.08,
  jumbo: 1.12,
  container: 1.1,
  flatbed: 1.08,
  platform: 1.2,
  lowboy: 1.9,
  tipper: 0.95,
  manipulator: 1.45,
  tanker: 1.45,
  car_carrier: 1.5,
}

function sizeFactor(weightKg: number, volumeM3: number | null): number {
  const volume = volumeM3 ?? 82
  if (weightKg <= 1500 && volume <= 18) return 0.42
  if (weightKg <= 3000 && volume <= 22) return 0.52
  if (weightKg <= 5000 && volume <= 37) return 0.62
  if (weightKg <= 10000 && volume <= 60) return 0.8
  return 1
}

/** Out of a town that sends more than it takes, trucks are scarce; back into it they are cheap. */
function balance(from: number, to: number): number {
  const scarcity = hubAt(from).out / hubAt(from).in / (hubAt(to).out / hubAt(to).in)
  return Math.min(1.32, Math.max(0.72, scarcity ** 0.22))
}

const LANE_FLAVOUR = hashText('what a lane costs besides its length')
const flavours = new Map<number, number>()

function laneFlavour(from: number, to: number): number {
  const key = laneKey(from, to)
  let flavour = flavours.get(key)
  if (flavour === undefined) {
    flavour = 1 + new Random(mix(LANE_FLAVOUR, key)).bell() * 0.05
    flavours.set(key, flavour)
  }
  return flavour
}

export interface RateOf {
  from: number
  to: number
  km: number
  day: number
  body: string
  weightKg: number
  volumeM3: number | null
  adr: boolean
  oversize: boolean
  stops: number
}

/** What the market pays a carrier without VAT, in roubles: a start fee makes short hauls dear per kilometre. */
export function marketRate(load: RateOf): number {
  const base = 9500 + 74 * load.km ** 0.995
  const growth = 1 + YEARLY_GROWTH * ((load.day - REFERENCE_DAY) / 365)
  const season = SEASON[monthOf(load.day) - 1] ?? 1
  const extras = (load.adr ? 1.14 : 1) * (load.oversize ? 1.25 : 1)
  const truck = (BODY[load.body] ?? 1) * sizeFactor(load.weightKg, load.volumeM3)
  const lane = balance(load.from, load.to) * laneFlavour(load.from, load.to)
  return base * growth * season * extras * truck * lane + load.stops * 3500
}

/** Nobody quotes 84 317: prices go by 500, dear ones by 1000. */
export function rounded(rate: number): number {
  const step = rate < 100_000 ? 500 : 1000
  return Math.round(rate / step) * step
}
