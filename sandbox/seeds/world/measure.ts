import type { Random } from '../random.ts'
import type { Cargo } from './cargo.ts'
import type { LoadPlan } from './load-plan.ts'

type Measures = Pick<
  LoadPlan,
  | 'cargo'
  | 'weightKg'
  | 'volumeM3'
  | 'pallets'
  | 'size'
  | 'bodies'
  | 'loading'
  | 'unloading'
  | 'loadingAll'
  | 'adr'
  | 'temperature'
  | 'partLoad'
>

const VOLUME_OF_A_PALLET = 2

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

function volume(random: Random, cargo: Cargo, share: number): number | null {
  if (!cargo.volumeM3 || random.chance(0.12)) return null
  const [low, high] = cargo.volumeM3
  return Math.max(1, Math.round(random.between(low, high) * share))
}

/** One load of a kind of freight: whole trucks mostly, the rest a part that may ride beside another load. */
export function measure(random: Random, cargo: Cargo): Measures {
  const whole = random.chance(cargo.whole)
  const share = whole ? 1 : random.between(0.12, 0.55)
  const [light, heavy] = cargo.weightKg
  const weightKg = Math.max(100, Math.round((random.between(light, heavy) * share) / 100) * 100)
  const volumeM3 = volume(random, cargo, share)
  const loading = random.pick(cargo.loading)
  const onPallets = volumeM3 !== null && !cargo.size && loading.includes('rear') && random.chance(0.4)
  return {
    cargo: random.pick(cargo.names),
    weightKg,
    volumeM3,
    pallets: onPallets ? Math.min(33, Math.ceil(volumeM3 / VOLUME_OF_A_PALLET)) : null,
    size: cargo.size
      ? (cargo.size.map(([low, high]) => tenths(random.between(low, high))) as [number, number, number])
      : null,
    bodies: random.pick(cargo.bodies),
    loading,
    unloading: random.chance(0.7) ? loading : random.pick(cargo.loading),
    loadingAll: loading.length > 1 && random.chance(0.12),
    adr: cargo.adr ? random.pick(cargo.adr) : null,
    temperature: cargo.temperature ? random.pick(cargo.temperature) : null,
    partLoad: !whole && random.chance(0.75),
  }
}
