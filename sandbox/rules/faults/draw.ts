import { hashText, mix } from '../../seeds/random.ts'
import type { Delay } from './fault.ts'

/**
 * A number from 0 to below 1 that depends on nothing but its arguments: the n-th call of a method meets the same fate
 * in every run of a seed, whatever other methods were called in between.
 */
export function draw(seed: number, about: string, n: number): number {
  return mix(mix(seed >>> 0, hashText(about)), n) / 2 ** 32
}

/** z of the 99th percentile of the normal distribution. */
const z99 = 2.326_347_9

/** Milliseconds. `roll` and `other` are two independent draws. */
export function delayMs(delay: Delay, roll: number, other: number): number {
  if (typeof delay === 'number') return delay
  if ('fromMs' in delay) return delay.fromMs + roll * (delay.toMs - delay.fromMs)
  const normal = Math.sqrt(-2 * Math.log(1 - roll)) * Math.cos(2 * Math.PI * other)
  return delay.medianMs * Math.exp((normal * Math.log(delay.p99Ms / delay.medianMs)) / z99)
}
