import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readCompanyId,
  readDay,
  readFlag,
  readId,
  readList,
  readMoment,
  readMoney,
  readNumber,
  readText,
} from '../../../../server/sync/indexers/portal-values.ts'

test('money becomes whole kopecks without floating', () => {
  expect(readMoney('12500.50|RUB')).toEqual({ minor: 1_250_050, currency: 'RUB' })
  expect(readMoney('0.29|RUB')).toEqual({ minor: 29, currency: 'RUB' })
  expect(readMoney('99.999|RUB')).toEqual({ minor: 10_000, currency: 'RUB' })
  expect(readMoney('85000|KZT')).toEqual({ minor: 8_500_000, currency: 'KZT' })
})

test('an untouched, negative or endless price is not stated', () => {
  for (const value of ['0|RUB', '', '|RUB', '-5|RUB', '1e9|RUB', '9'.repeat(30) + '|RUB', '100', null, 5, '5|РУБ'])
    expect(readMoney(value)).toBeNull()
})

test('moments come out in UTC; without an offset they are in the server’s time', () => {
  expect(readMoment('2026-11-24T09:00:00+03:00')).toBe('2026-11-24T06:00:00.000Z')
  expect(readMoment('2026-11-24T09:00:00')).toBe('2026-11-24T06:00:00.000Z')
  expect(readMoment('2026-11-24 09:00')).toBe('2026-11-24T06:00:00.000Z')
  expect(readMoment('2026-02-30T09:00:00+03:00')).toBeNull()
  expect(readMoment('9999-01-01T00:00:00Z')).toBeNull()
  expect(readMoment('0000-00-00')).toBeNull()
})

test('a day is the day that was typed, whatever midnight it is written as', () => {
  expect(readDay('2026-11-24')).toBe('2026-11-24')
  expect(readDay('2026-11-24T00:00:00+03:00')).toBe('2026-11-24')
  expect(readDay('24.11.2026')).toBeNull()
})

test('numbers are read as people type them and kept within reason', () => {
  expect(readNumber('20,5', 0, 100)).toBe(20.5)
  expect(readNumber('20 000', 0, 100_000)).toBe(20_000)
  expect(readNumber('1e400', 0, 100)).toBeNull()
  expect(readNumber('20т', 0, 100)).toBeNull()
  expect(readNumber(-1, 0, 100)).toBeNull()
})

test('ids of companies come bare or with their prefix; other kinds are not companies', () => {
  expect(readCompanyId('15')).toBe(15)
  expect(readCompanyId('CO_15')).toBe(15)
  expect(readCompanyId(15)).toBe(15)
  expect(readCompanyId('C_15')).toBeNull()
  expect(readCompanyId('0')).toBeNull()
  expect(readId('12.5')).toBeNull()
})

test('an empty multiple field is an empty list in every spelling', () => {
  for (const value of [false, '', null, undefined, []]) expect(readList(value)).toEqual([])
  expect(readList('one')).toEqual(['one'])
  expect(readList({ 3: 'a', 7: 'b' })).toEqual(['a', 'b'])
  expect(readFlag('Y') && readFlag('1') && readFlag(true)).toBe(true)
  expect(readFlag('N') || readFlag('') || readFlag('true')).toBe(false)
})

test('whatever the portal holds, reading it gives a value or nothing and never fails', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      readMoney(value)
      readMoment(value)
      readDay(value)
      readCompanyId(value)
      readNumber(value, 0, 100)
      readList(value)
      const text = readText(value)
      expect(text === null || text.length > 0).toBe(true)
    }),
  )
})
