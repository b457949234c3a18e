/** Mixes a text into 32 bits (FNV-1a), so that a name and a scale can start a sequence. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/** Combines two 32-bit numbers; neighbouring numbers give unrelated results. */
export function mix(a: number, b: number): number {
  let hash = (a ^ Math.imul(b + 0x9e3779b9, 0x85ebca6b)) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A repeatable sequence (mulberry32). Each item of a seed gets its own, so one item never shifts another. */
export class Random {
  private state: number

  constructor(state: number) {
    this.state = state >>> 0
  }

  /** 0 ≤ x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  /** Both ends included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)]
    if (item === undefined) throw new Error('Nothing to pick from: the list is empty')
    return item
  }

  /** Different members, in random order; all of them when fewer than `count`. */
  sample<T>(list: readonly T[], count: number): T[] {
    const rest = [...list]
    const taken: T[] = []
    while (taken.length < count && rest.length > 0) {
      taken.push(...rest.splice(this.integer(0, rest.length - 1), 1))
    }
    return taken
  }

  /** Roughly normal, mean 0, deviation 1 (sum of four uniforms). */
  bell(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3)
  }
}

/** Members drawn in proportion to their weights. */
export class Wheel<T> {
  readonly members: readonly T[]
  private readonly sums: Float64Array

  constructor(members: readonly T[], weightOf: (member: T) => number) {
    this.members = members
    this.sums = new Float64Array(members.length)
    let sum = 0
    members.forEach((member, at) => {
      sum += weightOf(member)
      this.sums[at] = sum
    })
  }

  draw(random: Random): T {
    const total = this.sums[this.sums.length - 1] ?? 0
    const goal = random.next() * total
    let low = 0
    let high = this.sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sums[middle] ?? 0) > goal) high = middle
      else low = middle + 1
    }
    const member = this.members[low]
    if (member === undefined) throw new Error('Nothing to draw from: the wheel is empty')
    return member
  }
}

/** A wheel written as a record: `{ tent: 60, reefer: 14 }`. */
export function wheelOf<K extends string>(weights: Partial<Record<K, number>>): Wheel<K> {
  return new Wheel(Object.keys(weights) as K[], (key) => weights[key] ?? 0)
}
