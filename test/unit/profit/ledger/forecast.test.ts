import { describe, expect, test } from 'vitest'
import { forecastOf } from '../../../../server/profit/ledger/forecast.ts'
import { Ledger } from '../../../../server/profit/ledger/ledger.ts'
import { epochDay, NO_DAY, type LedgerRow, type OpenPayment } from '../../../../server/profit/ledger/ledger-row.ts'
import { parseWorkCalendar } from '../../../../server/profit/work-calendar.ts'

const calendar = parseWorkCalendar('on\tkind\tnote\n2026-11-04\toff\t\n')
const today = epochDay('2026-11-26')
const inDays = (days: number) => today + days

function order(orderId: number, open: OpenPayment[], change: Partial<LedgerRow> = {}): LedgerRow {
  return {
    orderId,
    dealId: 0,
    clientId: 100,
    carrierId: 200,
    fromPlaceId: 0,
    toPlaceId: 0,
    logistId: 0,
    managerId: 0,
    assignedById: 0,
    entityId: 0,
    day: today - 10,
    isDone: true,
    figures: null,
    km: 0,
    payDays: null,
    lateDays: null,
    scanDays: null,
    originalsDays: null,
    isForeign: false,
    open,
    ...change,
  }
}

function forecast(...rows: LedgerRow[]) {
  const ledger = new Ledger()
  for (const row of rows) ledger.put(row)
  return forecastOf(ledger, today, calendar)
}

const due = (who: OpenPayment['who'], minor: number | null, day: number): OpenPayment => ({
  who,
  minor,
  due: day,
  expected: null,
})

describe('The forecast of money', () => {
  test('puts each payment on its day: what clients owe comes in, what carriers are owed goes out', () => {
    const { days } = forecast(order(1, [due('client', 12_200_000, inDays(5)), due('carrier', 9_000_000, inDays(3))]))
    expect(days[5]).toEqual({ inMinor: 12_200_000, outMinor: 0 })
    expect(days[3]).toEqual({ inMinor: 0, outMinor: 9_000_000 })
    expect(days).toHaveLength(90)
  })

  test('knows a client who pays four days late, and takes others by the habit of all', () => {
    const paid = [3, 4, 5].map((lateDays, at) => order(10 + at, [], { lateDays }))
    const { days, habits } = forecast(
      ...paid,
      order(1, [due('client', 100, inDays(5))]),
      order(2, [due('client', 200, inDays(20))], { clientId: 101 }),
      order(3, [due('carrier', 300, inDays(5))]),
    )
    expect(days[9]!.inMinor).toBe(100)
    expect(days[24]!.inMinor).toBe(200)
    // We pay on the day.
    expect(days[5]!.outMinor).toBe(300)
    expect(habits).toEqual({ lateDays: 4, clients: 1, paid: 3 })
  })

  test('a client who pays early is not expected before his day', () => {
    const paid = [-9, -9, -9].map((lateDays, at) => order(10 + at, [], { lateDays }))
    expect(forecast(...paid, order(1, [due('client', 100, inDays(5))])).days[5]!.inMinor).toBe(100)
  })

  test('what is late is expected today and told apart; what is late for half a year is not planned with', () => {
    const found = forecast(order(1, [due('client', 100, inDays(-5)), due('client', 700, inDays(-400))]))
    expect(found.days[0]!.inMinor).toBe(100)
    expect(found.overdue).toEqual({ inMinor: 100, outMinor: 0, payments: 1 })
    expect(found.unplaced).toEqual({ inMinor: 700, outMinor: 0, payments: 1 })
  })

  test('counts from what is promised where nothing has happened yet, and papers take their usual time', () => {
    const expected = (event: 'unloading' | 'originals', bankDays = false) => ({
      who: 'client' as const,
      minor: 100,
      due: NO_DAY,
      expected: { event, base: inDays(1), days: 10, bankDays },
    })
    const lags = [10, 12, 14].map((originalsDays, at) => order(10 + at, [], { originalsDays }))
    expect(forecast(order(1, [expected('unloading')])).days[11]!.inMinor).toBe(100)
    expect(forecast(...lags, order(1, [expected('originals')])).days[23]!.inMinor).toBe(100)
    // Ten banking days from Friday 27 November 2026.
    expect(forecast(order(1, [expected('unloading', true)])).days[15]!.inMinor).toBe(100)
  })

  test('says what it cannot put on a day: no term, or a currency without a rate', () => {
    const found = forecast(order(1, [due('client', null, inDays(3)), { ...due('carrier', 50, NO_DAY) }]))
    expect(found.unplaced).toEqual({ inMinor: 0, outMinor: 50, payments: 2 })
    expect(found.days.every(({ inMinor, outMinor }) => inMinor + outMinor === 0)).toBe(true)
  })

  test('what is due after ninety days is told apart', () => {
    expect(forecast(order(1, [due('client', 100, inDays(90))])).later).toEqual({ inMinor: 100, outMinor: 0 })
  })
})
