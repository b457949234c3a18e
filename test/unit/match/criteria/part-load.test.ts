import { expect, test } from 'vitest'
import { partLoad } from '../../../../server/match/criteria/part-load.ts'
import type { SharedTruck } from '../../../../server/match/facts.ts'
import { freeRoomOf } from '../../../../server/match/free-room.ts'
import { answerOf, carrier, kazan, needs, podolsk, vehicle } from '../cast.ts'

// A part load of 3 t and 12 m³, loaded in Moscow on 25 November.
const asked = needs({ partLoad: true, weightKg: 3_000, volumeM3: 12 })
const tent = vehicle({ body: 'tent', capacityKg: 20_000, volumeM3: 82, plate: 'А123ВС716/ВА456116' })
const shared = (changes: Partial<SharedTruck> = {}): SharedTruck => ({
  orderId: 7,
  from: podolsk,
  to: kazan,
  laneKm: 850,
  detourKm: 0,
  on: '2026-11-25',
  usedKg: 12_000,
  usedM3: 50,
  usedPallets: 20,
  plates: ['a 123 bc 716'],
  agreed: true,
  ...changes,
})
const owner = (truck: SharedTruck, vehicles = [tent]) => carrier({ vehicles, sharing: [truck] })
const pointsOf = (truck: SharedTruck, vehicles = [tent], load = asked) => {
  const points = partLoad.judge(owner(truck, vehicles), load)
  return typeof points === 'number' ? points : Number.NaN
}

test('a truck that comes past on the loading day with room enough is nearly one that stands there', () => {
  expect(answerOf(partLoad, owner(shared()), asked)).toMatchObject({
    lines: [{ kind: 'part_load', orderId: 7, freeKg: 8_000, freeM3: 32, agreed: true, points: 5 }],
  })
})

test('the rest is the nominal less what it carries: by weight, by volume, by metres of floor', () => {
  const room = freeRoomOf(owner(shared()), shared())
  expect(room).toMatchObject({ kg: 8_000, m3: 32 })
  expect(room.m).toBeCloseTo(13.7 - 8)
  expect(freeRoomOf(owner(shared()), shared({ usedKg: 25_000 })).kg).toBe(0)
})

test('what does not fit the rest is no part load, whichever measure fails', () => {
  expect(pointsOf(shared({ usedKg: 18_000 }))).toBe(0)
  expect(pointsOf(shared({ usedM3: 75 }))).toBe(0)
  expect(pointsOf(shared({ usedPallets: 33 }), [tent], needs({ partLoad: true, weightKg: 3_000, pallets: 4 }))).toBe(0)
})

test('room that nobody can work out is not taken for none, and counts less', () => {
  expect(pointsOf(shared({ usedKg: null }))).toBeCloseTo(3)
  expect(pointsOf(shared(), [])).toBeCloseTo(3)
  const twoTrucks = [vehicle({ body: 'tent', capacityKg: 5_000 }), vehicle({ body: 'tent', capacityKg: 20_000 })]
  expect(freeRoomOf(owner(shared(), twoTrucks), shared())).toEqual({ kg: null, m3: null, m: null })
})

test('the truck is found by its plate, however it was typed', () => {
  const yard = [vehicle({ body: 'tent', capacityKg: 5_000, plate: 'К001КК116' }), tent]
  expect(freeRoomOf(owner(shared(), yard), shared()).kg).toBe(8_000)
})

test('a first client who has not allowed it halves the points', () => {
  expect(pointsOf(shared({ agreed: false }))).toBeCloseTo(2.5)
})

test('a truck on the road does not wait, and one that has passed does not turn round', () => {
  expect(pointsOf(shared({ on: '2026-11-24' }))).toBeCloseTo(1.5)
  expect(pointsOf(shared({ on: '2026-11-28' }))).toBe(0)
  expect(pointsOf(shared({ on: '2026-11-20' }))).toBe(0)
})

test('a load that goes alone asks no running truck', () => {
  expect(answerOf(partLoad, owner(shared()), needs({ weightKg: 3_000 })).state).toBe('not_applicable')
})
