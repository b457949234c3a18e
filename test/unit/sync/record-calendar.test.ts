import { expect, test } from 'vitest'
import { calendarOf } from '../../../server/sync/record-calendar.ts'
import { parseWorkCalendar } from '../../../server/profit/work-calendar.ts'

const shipped = parseWorkCalendar('on\tkind\n2026-01-01\toff\n2026-06-13\twork\n')

test('the week and the holidays of a portal are read as it prints them', () => {
  const printed = { year_holidays: '1.01, 23.02,8.03', year_workdays: '7.11', week_holidays: ['SA', 'SU'] }
  expect(calendarOf(printed, '2026')).toEqual({
    weekOff: [6, 0],
    yearOff: ['01-01', '02-23', '03-08'],
    worked: ['11-07'],
    year: '2026',
  })
})

test.each([null, 'nothing', [], { year_holidays: '32.01,x', week_holidays: [], year_workdays: '' }])(
  'an answer that says nothing is no calendar: %o',
  (answer) => {
    expect(calendarOf(answer, '2026')).toBeNull()
  },
)

test('a holiday of the portal moves a payment, in every year that is known and in no other', () => {
  const own = calendarOf({ year_holidays: '20.10', week_holidays: ['SA', 'SU'] }, '2026')!
  expect(shipped.addWorkingDays('2026-10-19', 1)).toBe('2026-10-20')
  expect(shipped.within(own).addWorkingDays('2026-10-19', 1)).toBe('2026-10-21')
  expect(shipped.within(own).years).toEqual(['2026'])
  expect(shipped.within(own).addWorkingDays('2026-12-31', 1)).toBeNull()
})

test('a portal that works on Saturdays counts them', () => {
  const own = calendarOf({ year_holidays: '', week_holidays: 'SU' }, '2026')!
  expect(shipped.within(own).addWorkingDays('2026-10-16', 1)).toBe('2026-10-17')
  expect(shipped.addWorkingDays('2026-10-16', 1)).toBe('2026-10-19')
})

test('what the work calendar says of a single day stands above the portal, and the directors above both', () => {
  const own = calendarOf({ year_holidays: '13.06', week_holidays: ['SA', 'SU'] }, '2026')!
  const both = shipped.within(own)
  expect(both.isWorking('2026-06-13')).toBe(true)
  expect(both.with([{ on: '2026-06-13', kind: 'off' }]).isWorking('2026-06-13')).toBe(false)
})

test('a worked day of the portal holds for the year it was read in', () => {
  const calendar = parseWorkCalendar('on\tkind\n2025-01-01\toff\n2026-01-01\toff\n')
  const own = calendarOf({ year_workdays: '7.11', week_holidays: ['SA', 'SU'] }, '2026')!
  // 7 November is a Saturday in 2026 and a Friday in 2025.
  expect(calendar.within(own).isWorking('2026-11-07')).toBe(true)
  const last = calendarOf({ year_workdays: '8.11', week_holidays: ['SA', 'SU'] }, '2025')!
  expect(calendar.within(last).isWorking('2025-11-08')).toBe(true)
  expect(calendar.within(last).isWorking('2026-11-08')).toBe(false)
})
