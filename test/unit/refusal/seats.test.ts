import { expect, test } from 'vitest'
import {
  fillSeats,
  isSeatFilled,
  liftSeat,
  placeAt,
  seatsOf,
  speakersOf,
  type Absence,
} from '../../../server/refusal/seats.ts'
import { ADMIN, ASKER, DEPUTY, DIRECTOR, LOGISTICS_HEAD, rules, SALES_HEAD } from './cast.ts'

const { staff } = rules()
const away: Absence = { userId: SALES_HEAD, deputyId: DEPUTY, fromOn: '2026-11-20', untilOn: '2026-11-30' }

test('logistics is heard where a truck or its price is the trouble', () => {
  expect(seatsOf('approve', 'no_truck')).toEqual(['sales_head', 'logistics_head'])
  expect(seatsOf('approve', 'rate')).toEqual(['sales_head', 'logistics_head'])
  expect(seatsOf('approve', 'debtor')).toEqual(['sales_head'])
  expect(seatsOf('escalate', 'no_truck')).toEqual(['director'])
  expect(seatsOf('record', 'silent')).toEqual([])
  expect(seatsOf('exempt', 'spam')).toEqual([])
})

test('nobody sits over his own refusal: a head’s goes to the director, a director’s to the administrator', () => {
  expect(fillSeats(['sales_head'], staff, SALES_HEAD)).toEqual([{ seat: 'director', userIds: [DIRECTOR] }])
  expect(fillSeats(['director'], staff, DIRECTOR)).toEqual([{ seat: 'director', userIds: [1] }])
})

test('two seats that fall to the director are one', () => {
  const bare = { ...staff, salesHeads: [], logisticsHeads: [] }
  expect(fillSeats(['sales_head', 'logistics_head'], bare, ASKER)).toEqual([{ seat: 'director', userIds: [DIRECTOR] }])
})

test('a deputy speaks for him who is away, only while he is away', () => {
  const seat = { seat: 'sales_head', userIds: [SALES_HEAD] } as const
  const at = (userId: number, on: string) => placeAt({ ...seat, userIds: [SALES_HEAD] }, userId, [away], on)
  expect(at(SALES_HEAD, '2026-11-25')).toBeNull()
  expect(at(DEPUTY, '2026-11-25')).toBe(SALES_HEAD)
  expect(at(DEPUTY, '2026-11-20')).toBe(SALES_HEAD)
  expect(at(DEPUTY, '2026-11-30')).toBe(SALES_HEAD)
  expect(at(DEPUTY, '2026-12-01')).toBeUndefined()
  expect(at(LOGISTICS_HEAD, '2026-11-25')).toBeUndefined()
})

test('who is at work is asked first; who is away without a deputy is still asked', () => {
  const seat = { seat: 'sales_head' as const, userIds: [SALES_HEAD, 9] }
  expect(speakersOf(seat, ASKER, [away], '2026-11-25')).toEqual([9, DEPUTY, SALES_HEAD])
  expect(speakersOf(seat, ASKER, [{ ...away, deputyId: null }], '2026-11-25')).toEqual([9, SALES_HEAD])
  expect(speakersOf(seat, DEPUTY, [away], '2026-11-25'), 'the deputy himself asks').toEqual([9, SALES_HEAD])
})

test('a seat whose people are all away goes up: to the directors, and past absent ones to the administrators', () => {
  const seat = { seat: 'sales_head' as const, userIds: [SALES_HEAD] }
  const gone = (...userIds: number[]) => userIds.map((userId) => ({ ...away, userId, deputyId: null }))
  const lifted = (absences: Absence[], askerId = ASKER) =>
    liftSeat(seat, staff, askerId, absences, '2026-11-25').userIds
  expect(lifted([])).toEqual([SALES_HEAD])
  expect(lifted([away]), 'his deputy is there').toEqual([SALES_HEAD])
  expect(lifted(gone(SALES_HEAD))).toEqual([SALES_HEAD, DIRECTOR])
  expect(lifted([away, ...gone(DEPUTY)]), 'his deputy is away as well').toEqual([SALES_HEAD, DIRECTOR])
  expect(lifted([away], DEPUTY), 'his deputy asks himself').toEqual([SALES_HEAD, DIRECTOR])
  expect(lifted(gone(SALES_HEAD, DIRECTOR))).toEqual([SALES_HEAD, DIRECTOR, ADMIN])
  expect(lifted(gone(SALES_HEAD), DIRECTOR), 'a director asks').toEqual([SALES_HEAD, ADMIN])
  expect(isSeatFilled(seat, ASKER, gone(SALES_HEAD), '2026-12-01'), 'he is back').toBe(true)
})
