import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { busiestLanes } from '../../../../sandbox/seeds/geography/lanes.ts'
import { typePlace } from '../../../../sandbox/seeds/geography/place-texts.ts'
import { HUBS, hubAt, roadKm, town } from '../../../../sandbox/seeds/geography/towns.ts'
import { Random } from '../../../../sandbox/seeds/random.ts'

test.each([
  ['Москва', 'Казань', 820],
  ['Москва', 'Самара', 1060],
  ['Новосибирск', 'Красноярск', 800],
  ['Санкт-Петербург', 'Краснодар', 2060],
  ['Москва', 'Владивосток', 9100],
])('%s — %s is about %i km by road', (from, to, km) => {
  expect(Math.abs(roadKm(town(from), town(to)) / km - 1)).toBeLessThan(0.2)
})

test('satellites lie near their hub', () => {
  for (const hub of HUBS) {
    for (const satellite of hub.satellites) expect(roadKm(hub, satellite)).toBeLessThan(320)
  }
})

test('Москва — Казань is the busiest lane, and no lane is a city run', () => {
  const lanes = busiestLanes(500)
  expect([hubAt(lanes[0]!.from).name, hubAt(lanes[0]!.to).name]).toEqual(['Москва', 'Казань'])
  expect(Math.min(...lanes.map((lane) => lane.km))).toBeGreaterThan(120)
  expect(lanes[0]!.weight).toBeGreaterThan(lanes[499]!.weight * 50)
})

test('places are typed in many ways, most of them with the name in sight', () => {
  const samara = town('Самара')
  const texts = Array.from({ length: 400 }, (_, at) => typePlace(new Random(at * 7919), samara))
  expect(new Set(texts).size).toBeGreaterThan(25)
  expect(texts.filter((text) => /самара/i.test(text)).length / texts.length).toBeGreaterThan(0.9)
})

test('whatever is typed is never empty', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(HUBS.length - 1), (state, hub) => {
      expect(typePlace(new Random(state), hubAt(hub)).trim()).not.toBe('')
    }),
  )
})
