import type { GazetteerPlace } from '../../server/places/place.ts'
import { drawCarriers, type LatentCarrier } from './carriers.ts'
import { declareDirections } from './directions.ts'
import { freightGeography } from './geography.ts'
import type { History } from './history.ts'
import type { Knobs, WorldSize } from './knobs.ts'
import { drawLanes } from './lanes.ts'
import { createRandom, type Random } from './random.ts'
import { trade } from './trade.ts'

export interface World {
  history: History
  /** What could be reached by somebody who knew every carrier's habits: see `Traded`. */
  oracleHit10: number
}

/** Makes one portal's history. The same seed, size, knobs and places make the same world. */
export function generateWorld(
  places: readonly GazetteerPlace[],
  { seed, size, knobs }: { seed: number; size: WorldSize; knobs: Knobs },
): World {
  const random = (name: string) => createRandom(seed, name)
  const geography = freightGeography(places, knobs)
  const lanes = drawLanes(
    Math.max(20, Math.round(size.orders * knobs.lanesPerOrder)),
    geography,
    knobs,
    random('lanes'),
  )
  const carriers = drawCarriers(size.carriers, lanes, geography, knobs, random('carriers'))
  const directions = declareDirections(size.directions, carriers, lanes, geography, knobs, random('directions'))
  const { offers, orders, oracleHit10 } = trade(size, carriers, lanes, geography, knobs, {
    asking: random('asking'),
    offering: random('offering'),
    market: random('market'),
  })
  const writing = random('writing')
  return {
    history: {
      carriers: carriers.map((latent, at) => written(latent, at, knobs, writing)),
      directions,
      offers,
      orders,
    },
    oracleHit10,
  }
}

/** A carrier's entry in the base: what somebody cared to type. */
function written(latent: LatentCarrier, number: number, knobs: Knobs, random: Random): History['carriers'][number] {
  const isTold = random.chance(knobs.declaredBodies)
  return {
    code: String(number + 1),
    inBase: true,
    bodies: isTold ? latent.bodies : [],
    capacityT: isTold ? latent.capacityT : null,
    volumeM3: isTold && random.chance(0.8) ? latent.volumeM3 : null,
  }
}
