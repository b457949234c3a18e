import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  property,
  record,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_DAY, type LedgerRow, type OpenPayment } from '../../../../server/profit/ledger/ledger-row.ts'
import { Ledger } from '../../../../server/profit/ledger/ledger.ts'
import { NumbersById } from '../../../../server/profit/ledger/numbers-by-id.ts'

const expected = record({
  event: constantFrom('loading' as const, 'unloading' as const, 'originals' as const),
  base: oneof(constant(NO_DAY), integer({ min: 20_000, max: 21_000 })),
  days: integer({ min: 0, max: 40_000 }),
  bankDays: boolean(),
})
const payment: Arbitrary<OpenPayment> = record({
  who: constantFrom('client' as const, 'carrier' as const),
  minor: oneof(constant(null), integer({ min: -5, max: 90_000_000_000 })),
  when: oneof(integer({ min: 0, max: 30_000 }), constant(null), expected),
}).map(({ who, minor, when }) => ({
  who,
  minor,
  due: typeof when === 'number' ? when : NO_DAY,
  expected: typeof when === 'number' ? null : when,
}))

const empty: Omit<LedgerRow, 'orderId' | 'open'> = {
  dealId: 0,
  clientId: 0,
  carrierId: 0,
  fromPlaceId: 0,
  toPlaceId: 0,
  logistId: 0,
  managerId: 0,
  assignedById: 0,
  entityId: 0,
  day: NO_DAY,
  isDone: false,
  figures: null,
  km: 0,
  payDays: null,
  lateDays: null,
  scanDays: null,
  originalsDays: null,
  isForeign: false,
}

describe('The columns of the ledger', () => {
  test('hold the payments to come of every order after any sequence of changes', () => {
    const change = record({
      orderId: integer({ min: 1, max: 2000 }),
      open: oneof(constant(null), array(payment, { maxLength: 4 })),
    })
    assert(
      property(array(change, { maxLength: 60 }), integer({ min: 0, max: 2000 }), (changes, planted) => {
        const ledger = new Ledger()
        const kept = new Map<number, readonly OpenPayment[]>()
        const plant = (orderId: number, open: readonly OpenPayment[]) => {
          ledger.put({ ...empty, orderId, open })
          kept.set(orderId, open)
        }
        const usual: OpenPayment = { who: 'client', minor: 100, due: 20_500, expected: null }
        for (let orderId = 1; orderId <= planted; orderId++) plant(orderId, [usual, usual])
        for (const { orderId, open } of changes) {
          if (open) plant(orderId, open)
          else {
            ledger.remove(orderId)
            kept.delete(orderId)
          }
        }
        const found = new Map<number, OpenPayment[]>()
        for (const { row, payment: one } of ledger.openPayments()) {
          const orderId = ledger.ids.orderId[row]!
          found.set(orderId, [...(found.get(orderId) ?? []), structuredClone(one)])
        }
        expect(ledger.count).toBe(kept.size)
        expect(found).toEqual(new Map([...kept].filter(([, open]) => open.length > 0)))
      }),
      { numRuns: 60 },
    )
  })

  test('find the number of an id as a map would, whatever is entered and deleted', () => {
    const id = oneof(integer({ min: 1, max: 40 }), integer({ min: 1, max: 2_147_483_647 }))
    const change = record({ id, number: oneof(constant(null), nat()) })
    assert(
      property(array(change, { maxLength: 3000, size: 'max' }), (changes) => {
        const numbers = new NumbersById()
        const map = new Map<number, number>()
        for (const { id: one, number } of changes) {
          if (number === null) {
            numbers.delete(one)
            map.delete(one)
          } else {
            numbers.set(one, number)
            map.set(one, number)
          }
        }
        expect(numbers.size).toBe(map.size)
        for (const { id: one } of changes) expect(numbers.get(one)).toBe(map.get(one))
      }),
      { numRuns: 60 },
    )
  })
})
