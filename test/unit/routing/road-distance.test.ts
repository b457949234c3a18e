import { expect, test } from 'vitest'
import { roadDistance } from '../../../server/routing/road-distance.ts'
import type { RoadRouter } from '../../../server/routing/road-router.ts'
import { distance as estimate, place } from '../places/knowledge.ts'

const moscow = place('Москва', 'Москва')
const tula = place('Тула', 'Тульская область')
const orel = place('Орёл', 'Орловская область')

function routerOf(legs: readonly number[] | null): RoadRouter & { asked: number } {
  const router = {
    asked: 0,
    legsKm: () => {
      router.asked++
      return Promise.resolve(legs)
    },
  }
  return router
}

test('a routing server is believed before the hub graph', async () => {
  const road = await roadDistance([moscow, tula, orel], { estimate, router: routerOf([182, 186]) })
  expect(road).toEqual({ km: 368, source: 'routing' })
})

test("the portal's own kilometres are believed before the routing server, leg by leg", async () => {
  const ownKm = (fromId: number) => (fromId === moscow.id ? 180 : null)
  const road = await roadDistance([moscow, tula, orel], { estimate, router: routerOf([182, 186]), ownKm })
  expect(road).toEqual({ km: 366, source: 'routing' })
})

test('the routing server is not asked when own orders cover every leg', async () => {
  const router = routerOf([1])
  const road = await roadDistance([moscow, tula], { estimate, router, ownKm: () => 180 })
  expect(road).toEqual({ km: 180, source: 'orders' })
  expect(router.asked).toBe(0)
})

test('without an answer from the routing server the estimate stands in, and says so', async () => {
  for (const router of [null, routerOf(null), routerOf([182])]) {
    expect(await roadDistance([moscow, tula, orel], { estimate, router })).toEqual(estimate.along([moscow, tula, orel]))
  }
})
