import type { LatentCarrier } from './carriers.ts'
import type { Geography } from './geography.ts'
import type { HistoryDirection } from './history.ts'
import type { Knobs } from './knobs.ts'
import type { Lanes } from './lanes.ts'
import type { Random } from './random.ts'

/**
 * Directions as carriers declared them when they were written into the base: habits of the first half, some left out,
 * and wishes. Exactly `count` of them, unless nobody declares anything.
 */
export function declareDirections(
  count: number,
  carriers: readonly LatentCarrier[],
  lanes: Lanes,
  geography: Geography,
  knobs: Knobs,
  random: Random,
): HistoryDirection[] {
  const declaring = carriers.flatMap((latent, carrier) =>
    random.chance(knobs.declaringCarriers) ? [{ latent, carrier }] : [],
  )
  if (declaring.length === 0 || lanes.list.length === 0) return []
  const directions: HistoryDirection[] = []
  const declare = (carrier: number, latent: LatentCarrier, from: number, to: number) =>
    directions.push({
      carrier,
      fromPlaceId: geography.places[from]!.id,
      toPlaceId: geography.places[to]!.id,
      body: random.pick(latent.bodies),
    })
  for (const { carrier, latent } of declaring) {
    for (const { from, to } of latent.habits[0]) {
      if (random.chance(knobs.declaredHabits)) declare(carrier, latent, from, to)
    }
  }
  shuffle(directions, random)
  directions.length = Math.min(directions.length, Math.round(count * (1 - knobs.falseDirections)))
  while (directions.length < count) {
    const { carrier, latent } = random.pick(declaring)
    const { from, to } = lanes.list[lanes.lottery.draw(random)]!
    declare(carrier, latent, from, to)
  }
  return directions.sort((a, b) => a.carrier - b.carrier)
}

function shuffle<T>(list: T[], random: Random): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    const kept = list[at]!
    list[at] = list[other]!
    list[other] = kept
  }
}
