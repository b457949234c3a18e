import { expect, test } from 'vitest'
import { addWorkingHours, dayOf, type WorkingTime } from '../../../server/refusal/working-hours.ts'

const work: WorkingTime = { isWorking: () => null, fromHour: 9, toHour: 18, offsetMinutes: 180 }

test.each([
  ['within a day', '2026-11-25T09:00:00Z', 4, '2026-11-25T13:00:00.000Z'],
  ['up to the last minute of it', '2026-11-25T11:00:00Z', 4, '2026-11-25T15:00:00.000Z'],
  ['over the night', '2026-11-25T13:00:00Z', 4, '2026-11-26T08:00:00.000Z'],
  ['from before work', '2026-11-25T02:00:00Z', 1, '2026-11-25T07:00:00.000Z'],
  ['over the weekend', '2026-11-27T14:00:00Z', 2, '2026-11-30T07:00:00.000Z'],
  ['from Saturday', '2026-11-28T10:00:00Z', 3, '2026-11-30T09:00:00.000Z'],
])('working hours go on %s', (_name, at, hours, until) => {
  expect(addWorkingHours(at, hours, work)).toBe(until)
})

test('holidays of the calendar are no work, and a working Saturday is', () => {
  const calendar: Record<string, boolean> = { '2026-11-26': false, '2026-11-28': true }
  const known = { ...work, isWorking: (on: string) => calendar[on] ?? null }
  expect(addWorkingHours('2026-11-25T14:00:00Z', 2, known)).toBe('2026-11-27T07:00:00.000Z')
  expect(addWorkingHours('2026-11-27T14:00:00Z', 2, known)).toBe('2026-11-28T07:00:00.000Z')
})

test('a calendar that never works ends nowhere near for ever', () => {
  const until = addWorkingHours('2026-11-25T09:00:00Z', 1, { ...work, isWorking: () => false })
  expect(Date.parse(until)).toBeGreaterThan(Date.parse('2027-11-25T00:00:00Z'))
})

test('late in the evening by UTC it is tomorrow where people work', () => {
  expect(dayOf('2026-11-25T21:30:00Z', work)).toBe('2026-11-26')
})
