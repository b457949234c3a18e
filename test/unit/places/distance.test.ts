import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDistance } from '../../../server/places/distance.ts'
import { greatCircleKm } from '../../../server/places/great-circle.ts'
import { createRoadGraph, parseRoadEdges } from '../../../server/places/road-graph.ts'
import { distance, gazetteer, place } from './knowledge.ts'

const moscow = place('Москва', 'Москва')
const kazan = place('Казань', 'Республика Татарстан')
const vladimir = place('Владимир', 'Владимирская область')
const anyPlace = fc.integer({ min: 0, max: gazetteer.all.length - 1 }).map((index) => gazetteer.all[index] ?? moscow)

describe('great circle', () => {
  test('from Moscow to Kazan is 719 km', () => {
    expect(greatCircleKm(moscow, kazan)).toBeCloseTo(719, -0.5)
  })

  test('is the same both ways and nothing to itself', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (a, b) => {
        expect(greatCircleKm(a, b)).toBeCloseTo(greatCircleKm(b, a), 6)
        expect(greatCircleKm(a, a)).toBe(0)
      }),
    )
  })
})

describe('road distance between two places', () => {
  test('between hub cities follows the federal roads', () => {
    const road = distance.between(moscow, kazan)
    expect(road.source).toBe('graph')
    expect(road.km).toBeGreaterThan(780)
    expect(road.km).toBeLessThan(870)
  })

  test.each([
    ['Коломна', 'Московская область', 'Казань', 'Республика Татарстан', 780],
    ['Череповец', 'Вологодская область', 'Москва', 'Москва', 480],
    ['Магнитогорск', 'Челябинская область', 'Москва', 'Москва', 1680],
    ['Тобольск', 'Тюменская область', 'Тюмень', 'Тюменская область', 250],
    ['Муром', 'Владимирская область', 'Москва', 'Москва', 310],
    ['Бийск', 'Алтайский край', 'Новосибирск', 'Новосибирская область', 360],
    ['Обнинск', 'Калужская область', 'Санкт-Петербург', 'Санкт-Петербург', 800],
    ['Стерлитамак', 'Республика Башкортостан', 'Уфа', 'Республика Башкортостан', 130],
  ])('%s (%s) – %s: within 15 %% of the known road', (from, fromRegion, to, toRegion, known) => {
    const { km } = distance.between(place(from, fromRegion), place(to, toRegion))
    expect(Math.abs(km - known) / known).toBeLessThan(0.15)
  })

  test('goes round Baikal instead of over it', () => {
    const irkutsk = place('Иркутск', 'Иркутская область')
    const ulanUde = place('Улан-Удэ', 'Республика Бурятия')
    expect(distance.between(irkutsk, ulanUde).km).toBeGreaterThan(greatCircleKm(irkutsk, ulanUde) * 1.5)
  })

  test('a short one is estimated by the line, not by a detour over a city', () => {
    const podolsk = place('Подольск', 'Московская область')
    const chekhov = place('Лобня', 'Московская область')
    const road = distance.between(podolsk, chekhov)
    expect(road.source).toBe('line')
    expect(road.km).toBeCloseTo(greatCircleKm(podolsk, chekhov) * 1.18, 6)
  })

  test('is never shorter than the great circle, never absurdly longer, and the same both ways', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (a, b) => {
        const straight = greatCircleKm(a, b)
        const there = distance.between(a, b)
        expect(there.km).toBeGreaterThanOrEqual(straight)
        expect(there.km).toBeLessThanOrEqual(straight * 4 + 100)
        expect(distance.between(b, a).km).toBeCloseTo(there.km, 6)
      }),
      { numRuns: 500 },
    )
  })

  test('without a way in the graph the line is used', () => {
    const island = createDistance(createRoadGraph([], gazetteer.byId))
    expect(island.between(moscow, kazan)).toEqual({ km: greatCircleKm(moscow, kazan) * 1.18, source: 'line' })
  })
})

describe('distance along stops', () => {
  test('is the sum of the legs', () => {
    const legs = distance.between(moscow, vladimir).km + distance.between(vladimir, kazan).km
    expect(distance.along([moscow, vladimir, kazan]).km).toBeCloseTo(legs, 6)
  })

  test("takes the portal's own kilometres first, and names the least certain leg", () => {
    const own = (fromId: number, toId: number) => (fromId === moscow.id && toId === vladimir.id ? 186 : null)
    expect(distance.along([moscow, vladimir], own)).toEqual({ km: 186, source: 'orders' })
    const both = distance.along([moscow, vladimir, kazan], own)
    expect(both.source).toBe('graph')
    expect(both.km).toBeCloseTo(186 + distance.between(vladimir, kazan).km, 6)
  })

  test('of one stop or none is nothing', () => {
    expect(distance.along([])).toEqual({ km: 0, source: 'line' })
    expect(distance.along([moscow])).toEqual({ km: 0, source: 'line' })
  })

  test('between a place and itself is nothing', () => {
    expect(distance.along([moscow, moscow]).km).toBe(0)
  })
})

describe('the road graph', () => {
  test('takes the known length of a winding road', () => {
    const graph = createRoadGraph([{ fromId: moscow.id, toId: kazan.id, km: 1000 }], gazetteer.byId)
    expect(createDistance(graph).between(moscow, kazan)).toEqual({ km: 1000, source: 'graph' })
  })

  test('a malformed row is an error that names its line', () => {
    expect(() => parseRoadEdges('from_id\tfrom\tto_id\tto\n1\tА\tx\tБ')).toThrow('line 2')
    expect(() => parseRoadEdges('1\tА\t2\tБ\t-5')).toThrow('line 1')
  })

  test('an edge to an unknown place is an error that names the place', () => {
    expect(() => createRoadGraph([{ fromId: moscow.id, toId: 42, km: null }], gazetteer.byId)).toThrow('42')
  })
})
