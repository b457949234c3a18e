import { localHour } from '../days.ts'
import { NEIGHBOURS } from '../geography/lanes.ts'
import { typePlace } from '../geography/place-texts.ts'
import { hubAt } from '../geography/towns.ts'
import type { Town } from '../geography/towns.ts'
import type { Random } from '../random.ts'
import type { ExtraStop, LoadPlan } from './load-plan.ts'

function near(random: Random, town: Town): Town | null {
  const { satellites } = hubAt(town.hub)
  const around = [...satellites, ...(NEIGHBOURS[town.hub] ?? []).map(hubAt)].filter((one) => one !== town)
  return around.length > 0 ? random.pick(around) : null
}

export function stopAt(
  action: ExtraStop['action'],
  town: Town,
  text: string,
  day: number | null,
  hours: readonly [number, number] = [10, 14],
): ExtraStop {
  const [from, to] = hours
  const window =
    day === null ? null : { from: localHour(day, from, town.utcHours), to: localHour(day, to, town.utcHours) }
  return { action, town, text, window }
}

/** One to three more loadings or unloadings round the ends; nine of ten with a window. */
export function addStops(random: Random, load: LoadPlan): void {
  const count = random.pick([1, 1, 1, 2, 2, 3])
  const taken = new Set<Town>([load.from, load.to])
  for (let at = 0; at < count; at++) {
    const action = random.chance(0.35) ? 'load' : 'unload'
    const town = near(random, action === 'load' ? load.from : load.to)
    if (!town || taken.has(town)) continue
    taken.add(town)
    const day = action === 'load' ? load.loadDay : load.loadDay + 1 + at
    const hour = random.integer(8, 14)
    const stop = stopAt(action, town, typePlace(random, town), random.chance(0.9) ? day : null, [hour, hour + 4])
    load.stops.push(stop)
  }
  load.stops.sort((a, b) => Number(a.action === 'unload') - Number(b.action === 'unload'))
}
