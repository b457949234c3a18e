import { expect, test } from 'vitest'
import { readTerm } from '../../../typed/term.ts'

test('a payment term is understood the way it is said', () => {
  expect(readTerm('5 бд по сканам')).toEqual({ event: 'scan', days: 5, bankDays: true, prepayPercent: 0 })
  expect(readTerm('10 к.д. оригиналы')).toEqual({ event: 'originals', days: 10, bankDays: false, prepayPercent: 0 })
  expect(readTerm('14 календарных по оригиналам ОТТН')).toMatchObject({ event: 'originals', days: 14, bankDays: false })
  expect(readTerm('на выгрузке')).toEqual({ event: 'unloading', days: 0, bankDays: true, prepayPercent: 0 })
  expect(readTerm('7 б.д. от счёта')).toMatchObject({ event: 'invoice', days: 7, bankDays: true })
  expect(readTerm('5 bd scan')).toMatchObject({ event: 'scan', days: 5 })
})

test('while somebody talks, the first letters of what the days count from are enough', () => {
  expect(readTerm('5ск')).toEqual({ event: 'scan', days: 5, bankDays: true, prepayPercent: 0 })
  expect(readTerm('10 кд ор')).toEqual({ event: 'originals', days: 10, bankDays: false, prepayPercent: 0 })
  expect(readTerm('7 сч')).toMatchObject({ event: 'invoice', days: 7 })
  expect(readTerm('выг')).toMatchObject({ event: 'unloading', days: 0 })
  expect(['5 скоро', '7 орел', '3 счастья'].filter((text) => readTerm(text) !== null)).toEqual([])
})

test('a prepayment is kept apart from the days', () => {
  expect(readTerm('аванс 30%, 7 бд сканы')).toEqual({ event: 'scan', days: 7, bankDays: true, prepayPercent: 30 })
  expect(readTerm('50% предоплата, остаток на выгрузке')).toMatchObject({
    event: 'unloading',
    days: 0,
    prepayPercent: 50,
  })
  expect(readTerm('предоплата')).toMatchObject({ prepayPercent: 100 })
})

test('days that count from nothing are no term', () => {
  expect(
    ['', '5', '10 бд', 'потом', '400 бд сканы', 'аванс 130%, сканы'].filter((text) => readTerm(text) !== null),
  ).toEqual([])
})
