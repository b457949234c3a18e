import { readFileSync } from 'node:fs'
import { array, assert as always, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentsOf } from '../../../server/profit/payment-calendar.ts'
import { parseWorkCalendar } from '../../../server/profit/work-calendar.ts'

const calendar = parseWorkCalendar(readFileSync(new URL('../../../data/work-calendar-ru.tsv', import.meta.url), 'utf8'))

describe('The work calendar', () => {
  test('2025 has 247 working days and 2026 has 247, as the government counted them', () => {
    const working = (year: number) => {
      let count = 0
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
        if (calendar.isWorking(new Date(at).toISOString().slice(0, 10))) count += 1
      return count
    }
    expect([working(2025), working(2026)]).toEqual([247, 247])
  })

  test('a moved Saturday is worked, a moved Monday is not', () => {
    expect(calendar.isWorking('2025-11-01')).toBe(true)
    expect(calendar.isWorking('2025-11-03')).toBe(false)
    expect(calendar.isWorking('2026-05-11')).toBe(false)
  })

  test('five banking days from 30 December 2025 end after the holidays, on 16 January', () => {
    expect(calendar.addWorkingDays('2025-12-30', 5)).toBe('2026-01-16')
  })

  test('beyond the years it knows it says so instead of guessing', () => {
    expect(calendar.isWorking('2027-01-04')).toBeNull()
    expect(calendar.addWorkingDays('2026-12-30', 5)).toBeNull()
  })

  test('a line that is no day stops the reading: a hole would move payments silently', () => {
    expect(() => parseWorkCalendar('on\tkind\tnote\n2026-02-31\toff\t')).toThrow('Line 2')
    expect(() => parseWorkCalendar('on\tkind\tnote\n2026-02-28\tmaybe\t')).toThrow('Line 2')
  })
})

describe('Who pays when', () => {
  const term = { event: 'scan', days: 5, bankDays: true, prepayPercent: 30 } as const
  const dates = { loading: '2026-11-20', scan: '2026-11-25' }
  const price = { who: 'carrier', minor: 8_500_000, currency: 'RUB', term, paidOn: null } as const

  test('the prepaid part on the day of loading, the rest by its event', () => {
    expect(paymentsOf(price, dates, calendar, '2026-11-24')).toEqual([
      {
        who: 'carrier',
        part: 'prepayment',
        minor: 2_550_000,
        currency: 'RUB',
        dueOn: '2026-11-20',
        why: 'counted',
        paidOn: null,
        overdue: true,
      },
      {
        who: 'carrier',
        part: 'rest',
        minor: 5_950_000,
        currency: 'RUB',
        dueOn: '2026-12-02',
        why: 'counted',
        paidOn: null,
        overdue: false,
      },
    ])
  })

  test('what its event has not happened for is not due yet, and says why', () => {
    const [, rest] = paymentsOf(price, { loading: '2026-11-20' }, calendar, '2026-11-24')
    expect(rest).toMatchObject({ dueOn: null, why: 'no_base_date', overdue: false })
  })

  test('without a term nothing is due, and the sum is still there', () => {
    expect(paymentsOf({ ...price, term: null }, dates, calendar, '2026-11-24')).toMatchObject([
      { minor: 8_500_000, dueOn: null, why: 'no_term' },
    ])
  })

  test('parts add up to the price to the kopeck', () => {
    const terms = record({
      event: constantFrom('scan', 'unloading', null),
      days: integer({ min: 0, max: 90 }),
      bankDays: constantFrom(true, false),
      prepayPercent: integer({ min: -10, max: 120 }),
    })
    always(
      property(array(integer({ min: 0, max: 1e10 }), { maxLength: 3 }), terms, (prices, given) => {
        for (const minor of prices) {
          const parts = paymentsOf({ ...price, minor, term: given }, dates, calendar, '2026-11-24')
          expect(parts.reduce((sum, part) => sum + part.minor, 0)).toBe(minor)
        }
      }),
    )
  })
})
