import { expect, test } from 'vitest'
import { dayNumberIn } from '../../../server/match/days.ts'
import { emptyDaysOf, emptyOn, passesOn, type OrderTimes } from '../../../server/match/order-days.ts'
import { NOW } from './cast.ts'

const ZONE = 'Europe/Moscow'
const times = (changes: Partial<OrderTimes> = {}): OrderTimes => ({
  loadFromAt: null,
  loadedAt: null,
  unloadByAt: null,
  unloadedAt: null,
  ...changes,
})
const emptyOf = (order: OrderTimes, km = 800) =>
  emptyOn(emptyDaysOf(order, km, ZONE), dayNumberIn(ZONE, Date.parse(NOW)))

test('an unloaded truck is empty from that day, by the clocks of the place', () => {
  expect(emptyOf(times({ unloadedAt: '2026-11-21T21:30:00Z' }))).toEqual({ on: '2026-11-22', certainty: 'unloaded' })
})

test('the day the order tells outweighs one worked out', () => {
  const order = times({ unloadByAt: '2026-11-26T09:00:00Z', loadedAt: '2026-11-22T09:00:00Z' })
  expect(emptyOf(order)).toEqual({ on: '2026-11-26', certainty: 'planned' })
})

test('without such a day it is the loading and the road, 600 km a day', () => {
  expect(emptyOf(times({ loadedAt: '2026-11-22T09:00:00Z' }), 800)).toEqual({
    on: '2026-11-24',
    certainty: 'estimated',
  })
  expect(emptyOf(times({ loadFromAt: '2026-11-24T05:00:00Z' }), 100)).toMatchObject({ on: '2026-11-25' })
})

test('a truck some days late is expected today, one forgotten for longer is not expected', () => {
  expect(emptyOf(times({ unloadByAt: '2026-11-21T09:00:00Z' }))).toEqual({ on: '2026-11-23', certainty: 'estimated' })
  expect(emptyOf(times({ unloadByAt: '2026-11-01T09:00:00Z' }))).toBeNull()
  expect(emptyOf(times())).toBeNull()
})

test('a truck comes past a place on its way a day for every 600 km', () => {
  expect(passesOn(times({ loadedAt: '2026-11-23T09:00:00Z' }), 900, ZONE)).toBe('2026-11-25')
  expect(passesOn(times({ loadFromAt: '2026-11-23T09:00:00Z' }), 0, ZONE)).toBe('2026-11-23')
  expect(passesOn(times(), 900, ZONE)).toBeNull()
})
