import { expect, test } from 'vitest'
import { laneKey } from '../../../../sandbox/seeds/geography/lanes.ts'
import { castCarriers } from '../../../../sandbox/seeds/world/cast-carriers.ts'
import { fittingVehicle, servingBodies } from '../../../../sandbox/seeds/world/fit.ts'
import { makePlan } from '../../../../sandbox/seeds/world/plan.ts'
import { MOGUTIN_SIZE, scaled } from '../../../../sandbox/seeds/world/size.ts'
import type { TripPlan } from '../../../../sandbox/seeds/world/trip-plan.ts'
import { buildWorld } from '../../../../sandbox/seeds/world/world.ts'
import { TODAY } from './read-seed.ts'

const scale = 0.5
const size = scaled(MOGUTIN_SIZE, scale)
const people = { managers: [4, 5, 6], logists: [13, 14, 15] }
const world = buildWorld({ name: 'habits', today: TODAY, scale, size, ...people, castCarriers: castCarriers(TODAY) })
const trips = makePlan(world).trips.filter((trip) => trip.stage === 'DONE')

function laneOf({ load }: TripPlan): number {
  return laneKey(load.from.hub, load.to.hub)
}

function byCarrier(list: readonly TripPlan[]): Map<number, TripPlan[]> {
  const found = new Map<number, TripPlan[]>()
  for (const trip of list) {
    const id = trip.agreed?.carrier.id ?? 0
    found.set(id, [...(found.get(id) ?? []), trip])
  }
  return found
}

test('a carrier who came often mostly came on his own few lanes', () => {
  const regulars = [...byCarrier(trips).values()].filter((list) => list.length >= 8)
  expect(regulars.length).toBeGreaterThan(30)
  const shares = regulars.map((list) => {
    const counts = new Map<number, number>()
    for (const trip of list) counts.set(laneOf(trip), (counts.get(laneOf(trip)) ?? 0) + 1)
    const top = [...counts.values()].sort((a, b) => b - a).slice(0, 4)
    return top.reduce((sum, count) => sum + count, 0) / list.length
  })
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  expect(mean).toBeGreaterThan(0.65)
})

test('a truck that came could really take the load', () => {
  for (const { load, agreed } of trips) {
    expect(agreed && fittingVehicle([agreed.vehicle], servingBodies(load.bodies), load)).toBeTruthy()
    expect(load.adr === null || agreed?.carrier.adr.includes(load.adr)).toBe(true)
  }
})

test('who drove a lane before is who drives it next: history finds him among ten far oftener than activity alone', () => {
  const ordered = [...trips].sort((a, b) => a.load.loadDay - b.load.loadDay)
  const cut = Math.floor(ordered.length * 0.8)
  const onLane = new Map<number, Map<number, number>>()
  const overall = new Map<number, number>()
  const count = (map: Map<number, number>, id: number): void => void map.set(id, (map.get(id) ?? 0) + 1)
  const topTen = (map: Map<number, number> | undefined): number[] =>
    [...(map ?? [])]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([id]) => id)
  let byLane = 0
  let byActivity = 0
  ordered.forEach((trip, at) => {
    const id = trip.agreed?.carrier.id ?? 0
    const lane = laneOf(trip)
    if (at >= cut) {
      byLane += Number(topTen(onLane.get(lane)).includes(id))
      byActivity += Number(topTen(overall).includes(id))
    }
    const known = onLane.get(lane) ?? new Map<number, number>()
    onLane.set(lane, known)
    count(known, id)
    count(overall, id)
  })
  const tested = ordered.length - cut
  expect(byLane / tested).toBeGreaterThan(0.3)
  expect(byLane).toBeGreaterThan(byActivity * 3)
})
