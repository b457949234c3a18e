import type { RefusalSeat } from '../../contract/refusals.ts'
import type { RefusalPolicy, RefusalReason } from '../../contract/refusal-reasons.ts'

/** Who could fill the seats in this portal: heads concerned by this card, directors, administrators. Ids of people. */
export interface Staff {
  salesHeads: readonly number[]
  logisticsHeads: readonly number[]
  directors: readonly number[]
  admins: readonly number[]
}

/** A seat, and who may speak for it. */
export interface Seat {
  seat: RefusalSeat
  userIds: number[]
}

/** Somebody is away; `deputyId` speaks for him meanwhile. Days as YYYY-MM-DD, both included. */
export interface Absence {
  userId: number
  deputyId: number | null
  fromOn: string
  untilOn: string
}

/** Where a truck or its price is the trouble, whoever looked for it is heard as well. */
const LOGISTICS_REASONS: readonly RefusalReason[] = ['no_truck', 'rate']

/** Whose word a refusal needs. None for what needs no approval. */
export function seatsOf(policy: RefusalPolicy, reason: RefusalReason): RefusalSeat[] {
  if (policy === 'escalate') return ['director']
  if (policy !== 'approve') return []
  return LOGISTICS_REASONS.includes(reason) ? ['sales_head', 'logistics_head'] : ['sales_head']
}

/**
 * Puts people into seats. Nobody sits over his own refusal; a seat that nobody can fill goes to the directors, and
 * theirs, where there are none but the asker, to the administrators.
 */
export function fillSeats(seats: readonly RefusalSeat[], staff: Staff, askerId: number): Seat[] {
  const others = (userIds: readonly number[]) => [...new Set(userIds)].filter((id) => id !== askerId)
  const directors = others(staff.directors)
  const top: Seat = { seat: 'director', userIds: directors.length > 0 ? directors : others(staff.admins) }
  const filled = seats.map((seat): Seat => {
    if (seat === 'director') return top
    const userIds = others(seat === 'sales_head' ? staff.salesHeads : staff.logisticsHeads)
    return userIds.length > 0 ? { seat, userIds } : top
  })
  return filled.filter((one, index) => filled.findIndex(({ seat }) => seat === one.seat) === index)
}

/**
 * Whose place somebody takes who speaks for a seat: his own (null), or that of somebody absent whose deputy he is.
 * undefined: he has no say there.
 */
export function placeAt(
  seat: Seat,
  userId: number,
  absences: readonly Absence[],
  on: string,
): number | null | undefined {
  if (seat.userIds.includes(userId)) return null
  return absences.find(
    (one) => one.deputyId === userId && seat.userIds.includes(one.userId) && one.fromOn <= on && on <= one.untilOn,
  )?.userId
}

/** Whether somebody who may speak for a seat is there on a day: one of its people, or a deputy of theirs. */
export function isSeatFilled(seat: Seat, askerId: number, absences: readonly Absence[], on: string): boolean {
  return speakersOf(seat, askerId, absences, on).some((userId) => !isAway(userId, absences, on))
}

/**
 * The seat with those above it, as far up as somebody is there: directors, and above them the administrators. Nobody
 * loses his place. While somebody is there it is the seat itself.
 */
export function liftSeat(seat: Seat, staff: Staff, askerId: number, absences: readonly Absence[], on: string): Seat {
  let lifted = seat
  for (const above of [staff.directors, staff.admins]) {
    if (isSeatFilled(lifted, askerId, absences, on)) break
    const fresh = [...new Set(above)].filter((id) => id !== askerId && !lifted.userIds.includes(id))
    if (fresh.length > 0) lifted = { ...lifted, userIds: [...lifted.userIds, ...fresh] }
  }
  return lifted
}

/** Everybody who may speak for a seat on a day: its people, and deputies of those who are away. Absent people last. */
export function speakersOf(seat: Seat, askerId: number, absences: readonly Absence[], on: string): number[] {
  const deputies = absences
    .filter(covers(on))
    .flatMap(({ userId, deputyId }) => (deputyId !== null && seat.userIds.includes(userId) ? [deputyId] : []))
  const all = [...seat.userIds.filter((id) => !isAway(id, absences, on)), ...deputies, ...seat.userIds]
  return [...new Set(all)].filter((id) => id !== askerId)
}

const covers = (on: string) => (absence: Absence) => absence.fromOn <= on && on <= absence.untilOn

/** Whether somebody is away on a day, by his own word or by the portal’s. */
export function isAway(userId: number, absences: readonly Absence[], on: string): boolean {
  return absences.some((one) => one.userId === userId && covers(on)(one))
}
