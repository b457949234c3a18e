import { z } from 'zod'
import type { Place } from '../../contract/place.ts'
import { greatCircleKm } from '../places/great-circle.ts'
import type { RoadRouter } from './road-router.ts'

/** People wait for it while a card opens: what has not come by then comes with the next opening, from nowhere else. */
const TIME_LIMIT_MS = 700
/** A server that did not answer is left alone for so long. */
const REST_MS = 30_000
/** Legs kept; those not asked for the longest go first. */
const MOST_KEPT = 50_000
/** No road is shorter than the straight line; coordinates are those of centres, and places may lie side by side. */
const SHORTEST_FACTOR = 0.9
const SLACK_KM = 5

const answer = z.object({
  code: z.string(),
  routes: z.array(z.object({ legs: z.array(z.object({ distance: z.number().nonnegative() })) })).optional(),
})

export interface OsrmSettings {
  /** Of the server, as `http://127.0.0.1:5000`. */
  url: string
  /** Milliseconds. */
  now: () => number
  fetch?: typeof fetch
  timeLimitMs?: number
}

/**
 * Asks an OSRM server over HTTP. Legs are remembered, also those without a way; the same stops are asked once at a time.
 * After silence, an error or nonsense the server is not asked for half a minute, and nobody waits for it.
 */
export function createOsrmRouter(settings: OsrmSettings): RoadRouter {
  const { now, timeLimitMs = TIME_LIMIT_MS } = settings
  const ask = settings.fetch ?? fetch
  const kept = new Map<string, number | null>()
  const asking = new Map<string, Promise<readonly number[] | null>>()
  let restsUntil = -Infinity

  async function request(stops: readonly Place[]): Promise<readonly number[] | null> {
    try {
      const points = stops.map(({ lon, lat }) => `${lon.toFixed(5)},${lat.toFixed(5)}`).join(';')
      const response = await ask(`${settings.url.replace(/\/+$/, '')}/route/v1/driving/${points}?overview=false`, {
        signal: AbortSignal.timeout(timeLimitMs),
        redirect: 'error',
      })
      // "No way" is told with status 400.
      const { code, routes } = answer.parse(await response.json())
      if (code === 'NoRoute' || code === 'NoSegment') {
        // Of several legs it does not say which one has no way.
        if (stops.length === 2) keep(stops, [null])
        return null
      }
      const legs = routes?.[0]?.legs.map(({ distance }) => distance / 1000)
      if (code !== 'Ok' || !legs || !areBelievable(stops, legs)) throw new Error(`OSRM answered ${code}`)
      keep(stops, legs)
      return legs
    } catch {
      restsUntil = now() + REST_MS
      return null
    }
  }

  function keep(stops: readonly Place[], legs: readonly (number | null)[]): void {
    for (const [leg, km] of legs.entries()) {
      const key = keyOf(stops, leg)
      kept.delete(key)
      kept.set(key, km)
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
  }

  return {
    async legsKm(stops) {
      if (stops.length < 2) return []
      const known = stops.slice(1).map((_, leg) => kept.get(keyOf(stops, leg)))
      if (known.includes(null)) return null
      if (!known.includes(undefined)) return known as number[]
      if (now() < restsUntil) return null
      const key = stops.map(({ id }) => id).join(' ')
      const under = asking.get(key)
      if (under) return under
      const begun = request(stops).finally(() => asking.delete(key))
      asking.set(key, begun)
      return begun
    },
  }
}

const keyOf = (stops: readonly Place[], leg: number) => `${stops[leg]!.id} ${stops[leg + 1]!.id}`

/** A server with the map of another country snaps both ends to one road, and says that they are side by side. */
function areBelievable(stops: readonly Place[], legs: readonly number[]): boolean {
  return (
    legs.length === stops.length - 1 &&
    legs.every((km, leg) => km >= greatCircleKm(stops[leg]!, stops[leg + 1]!) * SHORTEST_FACTOR - SLACK_KM)
  )
}
