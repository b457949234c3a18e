import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../sandbox/seeds/random.ts'
import type { ServerProcess } from './server-process.ts'
import type { Storm } from './storm.ts'

/** A weather of a kind that has not struck yet stands until it does, but no longer than this on a fast clock. */
const LONGEST_WEATHER_MS = 4_000
const LOOK_MS = 100

export interface Trouble {
  server: ServerProcess
  storm: Storm
  random: Random
  /** How often the server is to be killed. */
  kills: number
  /** There is little time for every kind of weather. */
  isShort: boolean
  /** How much longer everything takes than on a fast clock. */
  patience: number
  /** How much of the work is done, from 0 to 1 and beyond. */
  share: () => number
  isOver: () => boolean
  /** After each kill, once the server runs again. */
  onKilled: (kills: number) => void
}

/** Kills the server at random moments, spread over the whole run but no oftener than it can start. Resolves when the work is over. */
export async function killAndStart(trouble: Trouble): Promise<number> {
  const { server, random } = trouble
  let kills = 0
  while (!trouble.isOver() || kills < trouble.kills) {
    await sleep(500 + random.next() * 3000)
    if (kills >= trouble.kills || (!trouble.isOver() && kills > trouble.share() * trouble.kills)) continue
    await server.kill()
    kills += 1
    await sleep(random.next() * 400)
    await server.start()
    trouble.onKilled(kills)
  }
  return kills
}

/** One weather after another, with a calm between them; a calm at the end. */
export async function changeWeather({ storm, random, isShort, patience, isOver }: Trouble): Promise<void> {
  while (!isOver()) {
    const kinds = storm.change()
    const until = Date.now() + LONGEST_WEATHER_MS * patience
    await sleep((300 + random.next() * 700) * patience)
    const isAwaited = () => storm.missing().some((kind) => kinds.includes(kind))
    while (!isOver() && Date.now() < until && isAwaited()) await sleep(LOOK_MS)
    storm.clear()
    await sleep((1200 + random.next() * 1500) * (isShort ? 0.4 : 1) * patience)
  }
}
