import { expect, test } from 'vitest'
import { makeEmpty } from '../../../../sandbox/seeds/empty.ts'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { makeSmall } from '../../../../sandbox/seeds/small.ts'
import { fingerprint, TODAY } from './read-seed.ts'

test.each([
  ['mogutin', makeMogutin, 0.1],
  ['small', makeSmall, 1],
  ['empty', makeEmpty, 1],
] as const)('two runs of the seed %s give the same rows with the same ids', (_, make, scale) => {
  expect(fingerprint(make({ today: TODAY, scale }))).toBe(fingerprint(make({ today: TODAY, scale })))
})

test('items may be read again, and are the same', () => {
  const seed = makeSmall({ today: TODAY, scale: 1 })
  expect(fingerprint(seed)).toBe(fingerprint(seed))
})

test('another scale is another portal, and another day moves its dates', () => {
  const small = fingerprint(makeSmall({ today: TODAY, scale: 1 }))
  expect(fingerprint(makeSmall({ today: TODAY, scale: 2 }))).not.toBe(small)
  expect(fingerprint(makeSmall({ today: '2026-11-24', scale: 1 }))).not.toBe(small)
})

test('items are made while they are read: whoever stops early has not paid for the rest', () => {
  const read: number[] = []
  for (const item of makeSmall({ today: TODAY, scale: 1 }).items) {
    read.push(item.id)
    if (read.length === 3) break
  }
  expect(read).toEqual([1, 2, 3])
})

test('a day that is no calendar day and a scale that is no size are refused with a sentence', () => {
  expect(() => makeMogutin({ today: '23.11.2026', scale: 1 })).toThrow('YYYY-MM-DD')
  expect(() => makeMogutin({ today: '2026-11-31', scale: 1 })).toThrow('YYYY-MM-DD')
  expect(() => makeMogutin({ today: TODAY, scale: 0 })).toThrow('above zero')
})
