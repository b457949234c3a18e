import { expect, test } from 'vitest'
import type { RefusalDenial, RefusalState } from '../../../contract/refusals.ts'
import { REFUSAL_STATES } from '../../../contract/refusals.ts'
import { mayDo } from '../../../server/refusal/may.ts'
import { askFor, type Refusal } from '../../../server/refusal/refusal.ts'
import { step, type Move, type Stepped } from '../../../server/refusal/step.ts'
import { ADMIN, ASKER, AT, DEPUTY, DIRECTOR, LOGISTICS_HEAD, OUTSIDER, rules, SALES_HEAD, taken } from './cast.ts'

const ask = (change = {}) => askFor('approve', ['sales_head', 'logistics_head'], ASKER, AT, rules(change))
const text = 'Позвонить ещё троим'
const by = (userId: number) =>
  ({
    approve: { action: 'approve', by: userId, text: '' },
    return: { action: 'return', by: userId, text, toUserId: ASKER, untilOn: '2026-11-26' },
    hand_over: { action: 'hand_over', by: userId, text: '', toUserId: 5 },
    ask_more: { action: 'ask_more', by: userId, text },
    answer: { action: 'answer', by: userId, text },
    withdraw: { action: 'withdraw', by: userId, text: '' },
  }) satisfies Record<string, Move>
const clock: Record<'lift' | 'escalate' | 'expire', Move> = {
  lift: { action: 'lift' },
  escalate: { action: 'escalate' },
  expire: { action: 'expire' },
}
const LATE = '2026-12-25T09:00:00.000Z'

const cameTo = (stepped: Stepped) =>
  stepped.denied === null
    ? { outcome: stepped.refusal.state, version: stepped.refusal.version }
    : { outcome: stepped.denied, version: null }

const questioned = () => taken(ask(), by(SALES_HEAD).ask_more)

/** Every move in every open state, by each kind of person: what it comes to. */
const WAITING: [string, Move, string, RefusalState | RefusalDenial][] = [
  ['a head approves', by(SALES_HEAD).approve, AT, 'approved'],
  ['the other head approves', by(LOGISTICS_HEAD).approve, AT, 'approved'],
  ['the director approves', by(DIRECTOR).approve, AT, 'approved'],
  ['a head returns', by(SALES_HEAD).return, AT, 'returned'],
  ['a head hands over', by(SALES_HEAD).hand_over, AT, 'handed_over'],
  ['a head asks for more', by(SALES_HEAD).ask_more, AT, 'questioned'],
  ['the asker withdraws', by(ASKER).withdraw, AT, 'withdrawn'],
  ['the asker approves', by(ASKER).approve, AT, 'own_refusal'],
  ['the asker returns', by(ASKER).return, AT, 'own_refusal'],
  ['the asker hands over', by(ASKER).hand_over, AT, 'own_refusal'],
  ['the asker asks himself', by(ASKER).ask_more, AT, 'own_refusal'],
  ['the asker answers what nobody asked', by(ASKER).answer, AT, 'nothing_was_asked'],
  ['an outsider approves', by(OUTSIDER).approve, AT, 'not_an_approver'],
  ['an outsider returns', by(OUTSIDER).return, AT, 'not_an_approver'],
  ['an outsider hands over', by(OUTSIDER).hand_over, AT, 'not_an_approver'],
  ['an outsider asks', by(OUTSIDER).ask_more, AT, 'not_an_approver'],
  ['an outsider answers', by(OUTSIDER).answer, AT, 'not_the_asker'],
  ['an outsider withdraws', by(OUTSIDER).withdraw, AT, 'not_the_asker'],
  ['a head withdraws', by(SALES_HEAD).withdraw, AT, 'not_the_asker'],
  ['an administrator approves', by(ADMIN).approve, AT, 'not_an_approver'],
  ['a deputy of somebody present approves', by(DEPUTY).approve, AT, 'not_an_approver'],
  ['it is escalated too early', clock.escalate, AT, 'not_due_yet'],
  ['it is escalated in time', clock.escalate, LATE, 'waiting'],
  ['it expires too early', clock.expire, AT, 'not_due_yet'],
  ['it expires', clock.expire, LATE, 'expired'],
  ['a return says nothing', { ...by(SALES_HEAD).return, text: ' ' }, AT, 'text_missing'],
  ['a return names nobody', { ...by(SALES_HEAD).return, toUserId: null }, AT, 'person_missing'],
  ['a return names no day', { ...by(SALES_HEAD).return, untilOn: null }, AT, 'day_missing'],
  ['a hand-over names nobody', { ...by(SALES_HEAD).hand_over, toUserId: null }, AT, 'person_missing'],
  ['a question says nothing', { ...by(SALES_HEAD).ask_more, text: '' }, AT, 'text_missing'],
]

test.each(WAITING)('while it waits: %s', (_name, move, at, outcome) => {
  const before = ask()
  const kept = structuredClone(before)
  const stepped = step(before, move, at, rules())
  expect(before, 'what was given stays as it was').toEqual(kept)
  expect(cameTo(stepped)).toEqual({ outcome, version: stepped.denied === null ? 2 : null })
})

const QUESTIONED: [string, Move, string, RefusalState | RefusalDenial][] = [
  ['the asker answers', by(ASKER).answer, AT, 'waiting'],
  ['the asker answers nothing', { ...by(ASKER).answer, text: '' }, AT, 'text_missing'],
  ['an outsider answers', by(OUTSIDER).answer, AT, 'not_the_asker'],
  ['the head approves all the same', by(SALES_HEAD).approve, AT, 'approved'],
  ['the head returns all the same', by(SALES_HEAD).return, AT, 'returned'],
  ['the head hands over all the same', by(SALES_HEAD).hand_over, AT, 'handed_over'],
  ['the head asks again', by(SALES_HEAD).ask_more, AT, 'waits_for_an_answer'],
  ['the asker withdraws', by(ASKER).withdraw, AT, 'withdrawn'],
  ['it would be escalated', clock.escalate, LATE, 'not_due_yet'],
  ['it would go up', clock.lift, LATE, 'not_due_yet'],
  ['it expires', clock.expire, LATE, 'expired'],
]

test.each(QUESTIONED)('while it waits for an answer: %s', (_name, move, at, outcome) => {
  const stepped = step(questioned(), move, at, rules())
  expect(cameTo(stepped)).toEqual({ outcome, version: stepped.denied === null ? 3 : null })
})

const OVER = REFUSAL_STATES.filter((state) => state !== 'waiting' && state !== 'questioned')
const MOVES: Move[] = [SALES_HEAD, ASKER, DIRECTOR, OUTSIDER]
  .flatMap((userId): Move[] => Object.values(by(userId)))
  .concat(Object.values(clock))

test.each(OVER)('once it is %s, nobody can do anything to it', (state) => {
  const closed: Refusal = { ...ask(), state }
  for (const move of MOVES) expect(step(closed, move, LATE, rules())).toEqual({ denied: 'decided_already' })
  expect(mayDo(closed, SALES_HEAD, AT, rules())).toEqual([])
})

test('what needs nobody’s approval is over as it is asked', () => {
  expect(askFor('record', [], ASKER, AT, rules())).toMatchObject({ state: 'recorded', seats: [], expiresAt: null })
})

test('where all have to agree, one head is not enough, and a head cannot agree twice', () => {
  const all = rules({ mode: 'all' })
  const first = taken(ask({ mode: 'all' }), by(SALES_HEAD).approve, AT, all)
  expect(first.state).toBe('waiting')
  expect(step(first, by(SALES_HEAD).approve, AT, all)).toEqual({ denied: 'approved_by_you_already' })
  const second = taken(first, by(LOGISTICS_HEAD).approve, AT, all)
  expect(second).toMatchObject({ state: 'approved', approvals: [{ userId: SALES_HEAD }, { userId: LOGISTICS_HEAD }] })
})

test('a director’s word is heard in every seat', () => {
  const all = rules({ mode: 'all' })
  expect(taken(ask({ mode: 'all' }), by(DIRECTOR).approve, AT, all).state).toBe('approved')
})

test('a deputy speaks for the head who is away, and it is written whose place he took', () => {
  const absences = [{ userId: SALES_HEAD, deputyId: DEPUTY, fromOn: '2026-11-20', untilOn: '2026-11-30' }]
  const stepped = step(ask(), by(DEPUTY).approve, AT, rules({ absences }))
  expect(stepped).toMatchObject({ denied: null, insteadOf: SALES_HEAD, refusal: { state: 'approved' } })
  // His own refusal is not his to approve, whoever is away.
  const own = askFor('approve', ['sales_head'], DEPUTY, AT, rules())
  expect(step(own, by(DEPUTY).approve, AT, rules({ absences }))).toEqual({ denied: 'own_refusal' })
})

test('nobody answers in time: the director alone decides, and what was agreed so far counts no longer', () => {
  const all = rules({ mode: 'all' })
  const half = taken(ask({ mode: 'all' }), by(SALES_HEAD).approve, AT, all)
  const lifted = taken(half, clock.escalate, LATE, all)
  expect(lifted).toMatchObject({ escalated: true, escalateAt: null, approvals: [], seats: [{ seat: 'director' }] })
  expect(step(lifted, by(LOGISTICS_HEAD).approve, LATE, all)).toEqual({ denied: 'not_an_approver' })
  expect(step(lifted, clock.escalate, LATE, all)).toEqual({ denied: 'not_due_yet' })
  expect(taken(lifted, by(DIRECTOR).approve, LATE, all).state).toBe('approved')
})

const gone = (...userIds: number[]) =>
  userIds.map((userId) => ({ userId, deputyId: null, fromOn: '2026-11-20', untilOn: '2026-11-30' }))

test('everybody who decides is away and has no deputy: those above decide as well, and nobody loses his say', () => {
  const away = rules({ absences: gone(SALES_HEAD, LOGISTICS_HEAD) })
  const lifted = taken(ask(), clock.lift, AT, away)
  expect(lifted).toMatchObject({
    state: 'waiting',
    version: 2,
    seats: [{ userIds: [SALES_HEAD, DIRECTOR] }, { userIds: [LOGISTICS_HEAD, DIRECTOR] }],
  })
  expect(step(lifted, clock.lift, AT, away)).toEqual({ denied: 'not_due_yet' })
  expect(taken(lifted, by(SALES_HEAD).approve, AT, away).state).toBe('approved')
  const all = rules({ absences: gone(SALES_HEAD, LOGISTICS_HEAD, DIRECTOR) })
  expect(step(lifted, by(ADMIN).approve, AT, all)).toEqual({ denied: 'not_an_approver' })
  const higher = taken(lifted, clock.lift, AT, all)
  expect(mayDo(higher, ADMIN, AT, all)).toContain('approve')
  expect(taken(higher, by(ADMIN).approve, AT, all)).toMatchObject({ state: 'approved' })
  expect(step(higher, by(OUTSIDER).approve, AT, all)).toEqual({ denied: 'not_an_approver' })
})

test('one head who is there is enough where one yes is enough; where all are asked, only the empty seat goes up', () => {
  const away = rules({ absences: gone(SALES_HEAD) })
  expect(step(ask(), clock.lift, AT, away)).toEqual({ denied: 'not_due_yet' })
  const all = rules({ mode: 'all', absences: gone(SALES_HEAD) })
  const lifted = taken(ask({ mode: 'all' }), clock.lift, AT, all)
  expect(lifted.seats).toEqual([
    { seat: 'sales_head', userIds: [SALES_HEAD, DIRECTOR] },
    { seat: 'logistics_head', userIds: [LOGISTICS_HEAD] },
  ])
  const half = taken(ask({ mode: 'all' }), by(SALES_HEAD).approve, AT, rules({ mode: 'all' }))
  expect(step(half, clock.lift, AT, all), 'who is away has agreed already').toEqual({ denied: 'not_due_yet' })
})

test('what has gone to a director who is away goes on to the administrators', () => {
  const late = rules({ absences: gone(DIRECTOR).map((one) => ({ ...one, untilOn: '2026-12-31' })) })
  const escalated = taken(ask(), clock.escalate, LATE, late)
  expect(taken(escalated, clock.lift, LATE, late).seats).toEqual([{ seat: 'director', userIds: [DIRECTOR, ADMIN] }])
})

test('the hours of the approvers begin anew after an answer', () => {
  const later = '2026-11-25T12:00:00.000Z'
  expect(ask().escalateAt).toBe('2026-11-25T13:00:00.000Z')
  expect(taken(questioned(), by(ASKER).answer, later).escalateAt).toBe('2026-11-26T07:00:00.000Z')
})

test('a screen offers exactly what would be allowed', () => {
  expect(mayDo(ask(), SALES_HEAD, AT, rules())).toEqual(['approve', 'return', 'hand_over', 'ask_more'])
  expect(mayDo(ask(), ASKER, AT, rules())).toEqual(['withdraw'])
  expect(mayDo(questioned(), ASKER, AT, rules())).toEqual(['answer', 'withdraw'])
  expect(mayDo(ask(), OUTSIDER, AT, rules())).toEqual([])
})
