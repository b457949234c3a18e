import { array, assert as always, boolean, constant, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REPORT_GROUPS } from '../../../../contract/profit-report.ts'
import { Ledger } from '../../../../server/profit/ledger/ledger.ts'
import type { LedgerRow } from '../../../../server/profit/ledger/ledger-row.ts'
import { groupKey, reportOf, type ReportQuestion } from '../../../../server/profit/ledger/report.ts'

const trip: LedgerRow = {
  orderId: 1,
  dealId: 10,
  clientId: 100,
  carrierId: 200,
  fromPlaceId: 1,
  toPlaceId: 2,
  logistId: 13,
  managerId: 4,
  assignedById: 4,
  entityId: 500,
  day: 20_000,
  isDone: true,
  figures: { revenueMinor: 10_000_000, costMinor: 9_000_000, marginMinor: 1_000_000 },
  km: 800,
  payDays: 30,
  lateDays: 2,
  scanDays: 3,
  originalsDays: 10,
  isForeign: false,
  open: [],
}
const whole: ReportQuestion = {
  from: 0,
  to: 40_000,
  by: 'client',
  doneOnly: false,
  people: null,
  partOf: (day) => day,
}

function ledgerOf(...rows: LedgerRow[]): Ledger {
  const ledger = new Ledger()
  for (const row of rows) ledger.put(row)
  return ledger
}

describe('A report', () => {
  test('counts orders and never deals: a permanent deal with three won copies is three trips, of four deals', () => {
    // Each trip is an order of the permanent deal 10; the won copies 11…13 are deals without orders of their own.
    const sameDeal = ledgerOf(trip, { ...trip, orderId: 2 }, { ...trip, orderId: 3 })
    expect(reportOf(sameDeal, whole).total).toMatchObject({ trips: 3, deals: 1, marginMinor: 3_000_000 })
    // Where each order was moved to its won copy it is still one trip an order.
    const moved = ledgerOf(
      { ...trip, dealId: 11 },
      { ...trip, orderId: 2, dealId: 12 },
      { ...trip, orderId: 3, dealId: 13 },
    )
    expect(reportOf(moved, whole).total).toMatchObject({ trips: 3, deals: 3, marginMinor: 3_000_000 })
    // An order read again, under whatever deal, is the same trip.
    moved.put({ ...trip, dealId: 10 })
    expect(reportOf(moved, whole).total).toMatchObject({ trips: 3, deals: 3, marginMinor: 3_000_000 })
  })

  test('keeps what cannot be calculated out of the sums, and counts it', () => {
    const ledger = ledgerOf(trip, { ...trip, orderId: 2, figures: null })
    expect(reportOf(ledger, whole).total).toMatchObject({ trips: 2, unknown: 1, revenueMinor: 10_000_000 })
  })

  test('divides by the kilometres of those trips alone whose distance is known, and says nothing where none is', () => {
    const ledger = ledgerOf(trip, { ...trip, orderId: 2, km: 0 })
    expect(reportOf(ledger, whole).total).toMatchObject({ revenuePerKmMinor: 12_500, marginPerKmMinor: 1250 })
    expect(reportOf(ledgerOf({ ...trip, km: 0 }), whole).total.revenuePerKmMinor).toBeNull()
    expect(reportOf(ledgerOf({ ...trip, payDays: null }), whole).total.payDays).toBeNull()
  })

  test('tells of orders without a day, which are in no period', () => {
    const found = reportOf(ledgerOf(trip, { ...trip, orderId: 2, day: -1 }), whole)
    expect(found).toMatchObject({ undated: 1, total: { trips: 1 } })
  })

  test('shows a head what his people manage, carry or are responsible for, and nothing else', () => {
    const ledger = ledgerOf(trip, { ...trip, orderId: 2, managerId: 5, logistId: 14, assignedById: 6, day: -1 })
    expect(reportOf(ledger, { ...whole, people: new Set([13]) })).toMatchObject({ undated: 0, total: { trips: 1 } })
    expect(reportOf(ledger, { ...whole, people: new Set([99]) })).toMatchObject({ undated: 0, total: { trips: 0 } })
  })

  const row = record({
    orderId: integer({ min: 1, max: 40 }),
    dealId: integer({ min: 0, max: 5 }),
    clientId: integer({ min: 0, max: 4 }),
    carrierId: integer({ min: 0, max: 4 }),
    fromPlaceId: constantFrom(0, 524_901, 12_000_000),
    toPlaceId: constantFrom(0, 551_487),
    logistId: integer({ min: 1, max: 3 }),
    managerId: integer({ min: 1, max: 3 }),
    assignedById: integer({ min: 1, max: 3 }),
    entityId: integer({ min: 0, max: 2 }),
    day: integer({ min: -1, max: 60 }),
    isDone: boolean(),
    figures: option(
      record({ revenueMinor: integer(), costMinor: integer() }).map((sums) => ({
        ...sums,
        marginMinor: sums.revenueMinor - sums.costMinor,
      })),
    ),
    km: integer({ min: 0, max: 3000 }),
    payDays: option(integer({ min: -700, max: 700 })),
    lateDays: option(integer({ min: -700, max: 700 })),
    scanDays: option(integer({ min: 0, max: 40 })),
    originalsDays: option(integer({ min: 0, max: 40 })),
    isForeign: boolean(),
    open: constant([]),
  })

  test('of any history of orders put, put again and removed is what adding one by one comes to', () => {
    always(
      property(
        array(row, { maxLength: 60 }),
        array(integer({ min: 1, max: 40 }), { maxLength: 10 }),
        constantFrom(...REPORT_GROUPS),
        boolean(),
        (rows, removed, by, doneOnly) => {
          const ledger = new Ledger()
          const kept = new Map<number, LedgerRow>()
          for (const one of rows) {
            ledger.put(one)
            kept.set(one.orderId, one)
          }
          for (const id of removed) {
            ledger.remove(id)
            kept.delete(id)
          }
          const inPeriod = [...kept.values()].filter(
            ({ day, isDone }) => day >= 5 && day <= 40 && (!doneOnly || isDone),
          )
          const sum = (many: readonly LedgerRow[], name: 'revenueMinor' | 'costMinor' | 'marginMinor') =>
            many.reduce((all, { figures }) => all + (figures?.[name] ?? 0), 0)
          const found = reportOf(ledger, { ...whole, from: 5, to: 40, by, doneOnly })
          expect(found.total).toMatchObject({
            trips: inPeriod.length,
            unknown: inPeriod.filter(({ figures }) => !figures).length,
            deals: new Set(inPeriod.map(({ dealId }) => dealId).filter(Boolean)).size,
            revenueMinor: sum(inPeriod, 'revenueMinor'),
            costMinor: sum(inPeriod, 'costMinor'),
            marginMinor: sum(inPeriod, 'marginMinor'),
          })
          // The parts and the groups each come to the whole.
          for (const lines of [found.groups, found.parts]) {
            expect(lines.reduce((all, { figures }) => all + figures.trips, 0)).toBe(inPeriod.length)
            expect(lines.reduce((all, { figures }) => all + figures.marginMinor, 0)).toBe(found.total.marginMinor)
          }
          for (const { key, figures } of found.groups) {
            const own = inPeriod.filter((one) => groupKey(ledgerOf(one), by, 0) === key)
            expect(figures.deals).toBe(new Set(own.map(({ dealId }) => dealId).filter(Boolean)).size)
            expect(figures.trips).toBe(own.length)
          }
        },
      ),
    )
  })
})
