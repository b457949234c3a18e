/** A reproducible stream of chance. Two streams of one seed with different names know nothing of each other. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole number, 0 ≤ x < below. */
  below(below: number): number
  /** Standard normal. */
  normal(): number
  /** Exponential with this mean. */
  exponential(mean: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Small fast counter generator (sfc32), seeded by a number and the name of what it is drawn for. */
export function createRandom(seed: number, name: string): Random {
  let [a, b, c, d] = [hashed(`${name} a`, seed), hashed(`${name} b`, seed), hashed(`${name} c`, seed), 1]
  const next = () => {
    const sum = (((a + b) >>> 0) + d) >>> 0
    d = (d + 1) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum / 4_294_967_296
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) next()
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
  }
}

function hashed(text: string, seed: number): number {
  let hash = (2_166_136_261 ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0
  return (hash ^ (hash >>> 13)) >>> 0
}
