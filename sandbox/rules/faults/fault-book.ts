import { delayMs, draw } from './draw.ts'
import { faultKinds, type Delay, type Fault, type FaultKind, type FaultOf } from './fault.ts'
import { matchesName } from './name-pattern.ts'

/** A fault that is switched on. */
interface Standing {
  id: string
  fault: Fault
  /** Calls it could have struck, and those it did. */
  seen: number
  fired: number
  seenByName: Map<string, number>
}

export interface Strike<Kind extends FaultKind = FaultKind> {
  id: string
  fault: FaultOf<Kind>
  /** The method or the event it struck. */
  name: string
  /** The n-th matching call of that name. */
  n: number
  /** How long, by the fault's own distribution and this strike's own luck. */
  delayMs(delay: Delay): number
  /** A number from 0 to below 1, the same in every run. */
  roll(about: string): number
}

export interface Firing {
  id: string
  kind: FaultKind
  name: string
  n: number
  /** ISO, by the portal's undisturbed clock. */
  at: string
}

export type FaultBook = ReturnType<typeof createFaultBook>

const keptFirings = 500

/** Which faults stand, whom they strike and how often they did. `now` is in milliseconds. */
export function createFaultBook(now: () => number) {
  let seed = 1
  let standing: Standing[] = []
  let counts = noCounts()
  let firings: Firing[] = []

  /** The name a fault is counted under: the first that fits, of a request and the commands in it. */
  function nameFor(fault: Fault, names: readonly string[]): string | undefined {
    if ('event' in fault) return names.find((name) => matchesName(fault.event, name))
    if ('method' in fault) return names.find((name) => matchesName(fault.method, name))
    return names[0]
  }

  function strike(one: Standing, names: readonly string[]): Strike | null {
    const { fault } = one
    const name = nameFor(fault, names)
    if (name === undefined || fault.kind === 'clock-skew') return null
    one.seen += 1
    const n = (one.seenByName.get(name) ?? 0) + 1
    one.seenByName.set(name, n)
    const about = `${one.id}/${name}`
    if (one.seen <= fault.skip || (fault.times !== null && one.fired >= fault.times)) return null
    if (draw(seed, about, n) >= fault.probability) return null
    one.fired += 1
    note(fault.kind, one.id, name, n)
    const roll = (what: string): number => draw(seed, `${about}/${what}`, n)
    return {
      id: one.id,
      fault: one.fault,
      name,
      n,
      roll,
      delayMs: (delay) => delayMs(delay, roll('delay'), roll('delay too')),
    }
  }

  function note(kind: FaultKind, id: string, name: string, n: number): void {
    counts[kind] += 1
    firings = [...firings.slice(1 - keptFirings), { id, kind, name, n, at: iso(now()) }]
  }

  return {
    /** All faults of this kind that strike a call known by these names. */
    strikes: <Kind extends FaultKind>(kind: Kind, names: readonly string[]): Strike<Kind>[] =>
      standing.flatMap((one) => (one.fault.kind === kind ? (asKind<Kind>(strike(one, names)) ?? []) : [])),
    /** The first that strikes; those after it are not asked. */
    strike<Kind extends FaultKind>(kind: Kind, names: readonly string[]): Strike<Kind> | null {
      for (const one of standing) {
        const found = one.fault.kind === kind ? strike(one, names) : null
        if (found) return asKind<Kind>(found)
      }
      return null
    },
    /** Whether any fault of this kind stands at all. */
    has: (kind: FaultKind): boolean => standing.some((one) => one.fault.kind === kind),
    standing: (): { id: string; fault: Fault; seen: number; fired: number }[] =>
      standing.map(({ id, fault, seen, fired }) => ({ id, fault: structuredClone(fault), seen, fired })),
    /** Puts a fault under that id, in the place of the one that had it; it begins anew. */
    put(id: string, fault: Fault): void {
      const one: Standing = { id, fault, seen: 0, fired: 0, seenByName: new Map() }
      const at = standing.findIndex((other) => other.id === id)
      standing = at < 0 ? [...standing, one] : standing.with(at, one)
      // A wrong clock is wrong all the time: it is counted when it is set.
      if (fault.kind === 'clock-skew') note(fault.kind, id, 'clock', 1)
    },
    remove(id: string): boolean {
      const before = standing.length
      standing = standing.filter((one) => one.id !== id)
      return standing.length < before
    },
    seed: (): number => seed,
    /** Another seed; everything begins to be counted anew. */
    setSeed(next: number): void {
      seed = next
      counts = noCounts()
      firings = []
      for (const one of standing) Object.assign(one, { seen: 0, fired: 0, seenByName: new Map() })
    },
    counts: (): Record<FaultKind, number> => ({ ...counts }),
    firings: (): Firing[] => [...firings],
    /** The portal's clock is so far off, in milliseconds. */
    skewMs: (): number =>
      standing.reduce((sum, { fault }) => sum + (fault.kind === 'clock-skew' ? fault.seconds * 1000 : 0), 0),
    clear(): void {
      seed = 1
      standing = []
      counts = noCounts()
      firings = []
    },
  }
}

/** The compiler does not follow that a fault found by its kind is of that kind. */
const asKind = <Kind extends FaultKind>(struck: Strike | null): Strike<Kind> | null =>
  struck as unknown as Strike<Kind> | null

const noCounts = (): Record<FaultKind, number> =>
  Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()
