import type { Gazetteer } from '../../server/places/gazetteer.ts'
import { USUAL, type WorldSize } from '../world/knobs.ts'
import { generateWorld } from '../world/world.ts'
import { benchData, type BenchData } from './bench-data.ts'

/** What is measured on, at scale 1. */
const SIZE: WorldSize = { carriers: 20_000, directions: 67_000, offers: 1_000_000, orders: 300_000 }

export function madeData(gazetteer: Gazetteer, seed: number, scale: number): BenchData {
  const size = Object.fromEntries(Object.entries(SIZE).map(([name, count]) => [name, Math.round(count * scale)]))
  const started = performance.now()
  const { history } = generateWorld(gazetteer.all, { seed, size: size as unknown as WorldSize, knobs: USUAL })
  const data = benchData(history, gazetteer)
  const counts = Object.entries(size).map(([name, count]) => `${count} ${name}`)
  console.log(`World of ${counts.join(', ')}: made in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  return data
}
