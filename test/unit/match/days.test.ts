import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageDays, dayNumber, dayNumberIn, momentMs } from '../../../server/match/days.ts'

test('21:00 UTC is already the next calendar day in Moscow, and still the same one in London', () => {
  const ms = Date.parse('2026-11-24T21:00:00Z')
  expect(dayNumberIn('Europe/Moscow', ms)).toBe(dayNumber('2026-11-25'))
  expect(dayNumberIn('Europe/London', ms)).toBe(dayNumber('2026-11-24'))
})

test('a day is read with or without a time after it, and days subtract', () => {
  expect(dayNumber('2026-11-25T00:00:00+03:00')).toBe(dayNumber('2026-11-25'))
  expect(dayNumber('2026-12-01')! - dayNumber('2026-11-25')!).toBe(6)
})

test('what is not a date is unknown, not a day', () => {
  for (const text of ['', '25.11.2026', '2026-13-45', null, undefined]) expect(dayNumber(text)).toBeNull()
  expect(momentMs('скоро')).toBeNull()
})

test('age is counted in whole days and a date ahead of now has none', () => {
  const now = Date.parse('2026-11-23T07:00:00Z')
  expect(ageDays('2026-11-11T08:00:00Z', now)).toBe(11)
  expect(ageDays('2026-12-11T08:00:00Z', now)).toBe(0)
  expect(ageDays(null, now)).toBeNull()
})

test('a day on the clocks of a zone is what those clocks show, on days they are changed too', () => {
  const zones = fc.constantFrom('Europe/Moscow', 'Asia/Vladivostok', 'Europe/Kyiv', 'America/New_York', 'UTC')
  const moments = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-12-31') })
  const changes = fc
    .tuple(fc.constantFrom('2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'), fc.nat(86_400_000))
    .map(([day, ms]) => Date.parse(day) + ms)
  fc.assert(
    fc.property(zones, fc.oneof(moments, changes), (timeZone, ms) => {
      const shown = new Date(ms).toLocaleDateString('sv-SE', { timeZone })
      expect(dayNumberIn(timeZone, ms)).toBe(Date.parse(shown) / 86_400_000)
    }),
    { numRuns: 60 },
  )
})
