import type { Town } from '../geography/towns.ts'
import type { Client } from './clients.ts'

export interface ExtraStop {
  action: 'load' | 'unload'
  town: Town
  text: string
  /** Portal minutes; null where nobody wrote a window. */
  window: { from: number; to: number } | null
}

/** A load of the simulated trade, before it is written into a request or an order. */
export interface LoadPlan {
  /** Starts the sequences of everything that hangs on this load. */
  seed: number
  client: Client
  createdAt: number
  from: Town
  to: Town
  loadPlace: string
  unloadPlace: string
  stops: ExtraStop[]
  km: number
  loadDay: number
  loadFromAt: number
  loadToAt: number
  unloadByAt: number
  cargo: string
  weightKg: number
  volumeM3: number | null
  pallets: number | null
  size: readonly [number, number, number] | null
  bodies: readonly string[]
  loading: readonly string[]
  unloading: readonly string[]
  loadingAll: boolean
  adr: string | null
  temperature: readonly [number, number] | null
  partLoad: boolean
  abroad: boolean
  excluded: readonly number[]
  /** What the market pays a carrier without VAT, roubles. */
  market: number
}
