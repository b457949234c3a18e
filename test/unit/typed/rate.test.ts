import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAmount, readRate } from '../../../typed/rate.ts'

test('a rate is understood the way it is typed in a hurry', () => {
  const roubles = (text: string) => {
    const minor = readAmount(text)
    return minor == null ? null : minor / 100
  }
  expect(roubles('85к')).toBe(85_000)
  expect(roubles('85k')).toBe(85_000)
  expect(roubles('85 К')).toBe(85_000)
  expect(roubles('85т.р.')).toBe(85_000)
  expect(roubles('85 тыс. руб.')).toBe(85_000)
  expect(roubles('85,5к')).toBe(85_500)
  expect(roubles('85.25к')).toBe(85_250)
  expect(roubles('85 000')).toBe(85_000)
  expect(roubles('85\u00A0000 ₽')).toBe(85_000)
  expect(roubles('85.000')).toBe(85_000)
  expect(roubles('85000,50')).toBe(85_000.5)
})

test('a bare small figure is not turned into thousands', () => {
  expect(readAmount('85')).toBe(8500)
})

test('what is no amount gives none', () => {
  const texts = ['', 'к', 'дорого', '-85к', '0', '0к', '85к-90к', '1e5', '85,0000', 'NaN']
  expect(texts.filter((text) => readAmount(text) !== null)).toEqual([])
})

test('any whole amount of roubles survives being shown and typed back', () => {
  const show = new Intl.NumberFormat('ru-RU')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (roubles) => {
      expect(readAmount(`${show.format(roubles)} ₽`)).toBe(roubles * 100)
      expect(readAmount(`${roubles}к`)).toBe(roubles * 100_000)
    }),
  )
})

test('a price per kilometre stays one, whatever it is called', () => {
  for (const text of ['45 р/км', '45р/км', '45/км', '45 руб/км', '45 за км', '45 ₽/km', '45.00 р./км'])
    expect(readRate(text)).toEqual({ per: 'km', minor: 4500 })
  expect(readRate('45,5 р/км')).toEqual({ per: 'km', minor: 4550 })
  expect(readRate('85к')).toEqual({ per: 'trip', minor: 8_500_000 })
})

test('a distance, or a price of a whole trip for one kilometre, is no price', () => {
  expect(['45 км', '85000 р/км', 'р/км', '/км'].filter((text) => readRate(text) !== null)).toEqual([])
})
