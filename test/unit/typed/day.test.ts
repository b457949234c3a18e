import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from '../../../typed/day.ts'

/** A Thursday. */
const TODAY = '2026-11-26'
const day = (text: string, today = TODAY) => readDay(text, today)

test('days are understood the way they are said on the phone', () => {
  expect(day('сегодня')).toBe('2026-11-26')
  expect(day('Завтра')).toBe('2026-11-27')
  expect(day('до завтра')).toBe('2026-11-27')
  expect(day('послезавтра')).toBe('2026-11-28')
  expect(day('tomorrow')).toBe('2026-11-27')
  expect(day('через 3 дня')).toBe('2026-11-29')
  expect(day('через неделю')).toBe('2026-12-03')
  expect(day('+5')).toBe('2026-12-01')
})

test('a weekday is the next one, never today', () => {
  expect(day('пн')).toBe('2026-11-30')
  expect(day('в пятницу')).toBe('2026-11-27')
  expect(day('во вторник')).toBe('2026-12-01')
  expect(day('сб')).toBe('2026-11-28')
  expect(day('чт')).toBe('2026-12-03')
  expect(day('mon')).toBe('2026-11-30')
  expect(day('к воскресенью')).toBe('2026-11-29')
})

test('a date without a year is the nearest that makes sense', () => {
  expect(day('27.11')).toBe('2026-11-27')
  expect(day('27/11')).toBe('2026-11-27')
  expect(day('5.1')).toBe('2027-01-05')
  expect(day('27 ноября')).toBe('2026-11-27')
  expect(day('1 мая')).toBe('2027-05-01')
  expect(day('27')).toBe('2026-11-27')
  expect(day('5-го')).toBe('2026-12-05')
  expect(day('31', '2026-04-30')).toBe('2026-05-31')
})

test('a day just gone is not moved into the next year: it is a slip that somebody has to see', () => {
  expect(day('25.11')).toBe('2026-11-25')
  expect(day('1.10')).toBe('2026-10-01')
  expect(day('1.09')).toBe('2027-09-01')
})

test('a year that was typed counts', () => {
  expect(day('27.11.26')).toBe('2026-11-27')
  expect(day('27.11.2027')).toBe('2027-11-27')
  expect(day('2026-12-01')).toBe('2026-12-01')
})

test('what no calendar has is no day', () => {
  const texts = ['', '31.02', '32', '0', 'скоро', 'пнв', '2026-13-01', '27.13', 'constructor', '27.11.1026']
  expect(texts.filter((text) => day(text) !== null)).toEqual([])
})

test('any day typed with its month comes back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (ahead) => {
      const wanted = new Date(Date.parse(`${TODAY}T00:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10)
      const [, month, date] = wanted.split('-')
      expect(day(`${date}.${month}`)).toBe(wanted)
    }),
  )
})
