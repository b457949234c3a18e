import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { greatCircleKm } from '../../../server/places/great-circle.ts'
import { createNeighbours } from '../../../server/places/neighbours.ts'
import { gazetteer, place } from './knowledge.ts'

const moscow = place('Москва', 'Москва')

describe('neighbours of a place', () => {
  test('are exactly the places within the radius, nearest first', () => {
    fc.assert(
      fc.property(fc.nat(gazetteer.all.length - 1), fc.double({ min: 0, max: 400, noNaN: true }), (index, radiusKm) => {
        const centre = gazetteer.all[index] ?? moscow
        const expected = gazetteer.all
          .map((one) => ({ placeId: one.id, km: greatCircleKm(centre, one) }))
          .filter(({ km }) => km <= radiusKm)
          .sort((a, b) => a.km - b.km || a.placeId - b.placeId)
        expect(gazetteer.neighbours(centre.id, radiusKm)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('include the place itself at no distance', () => {
    expect(gazetteer.neighbours(moscow.id, 10)[0]).toEqual({ placeId: moscow.id, km: 0 })
  })

  test('are found across the date line', () => {
    const west = { ...moscow, id: 1, lat: 66, lon: 179.9 }
    const east = { ...moscow, id: 2, lat: 66, lon: -179.9 }
    expect(createNeighbours([west, east])(1, 50).map(({ placeId }) => placeId)).toEqual([1, 2])
  })

  test('of an unknown place or for a senseless radius are none', () => {
    expect(gazetteer.neighbours(-5_000_000, 100)).toEqual([])
    expect(gazetteer.neighbours(moscow.id, Number.NaN)).toEqual([])
    expect(gazetteer.neighbours(moscow.id, -1)).toEqual([])
  })
})
