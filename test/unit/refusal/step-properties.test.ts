import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { askFor, isOpen, type Refusal } from '../../../server/refusal/refusal.ts'
import { seatsOf } from '../../../server/refusal/seats.ts'
import { step, type Move } from '../../../server/refusal/step.ts'
import { ADMIN, ASKER, AT, DEPUTY, DIRECTOR, LOGISTICS_HEAD, OUTSIDER, rules, SALES_HEAD } from './cast.ts'

const people = fc.constantFrom(ASKER, SALES_HEAD, LOGISTICS_HEAD, DIRECTOR, ADMIN, DEPUTY, OUTSIDER)
const texts = fc.constantFrom('', ' ', 'Позвонить ещё')
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ action: fc.constant('approve' as const), by: people, text: texts }),
  fc.record({
    action: fc.constant('return' as const),
    by: people,
    text: texts,
    toUserId: fc.option(people),
    untilOn: fc.option(fc.constant('2026-11-26')),
  }),
  fc.record({ action: fc.constant('hand_over' as const), by: people, text: texts, toUserId: fc.option(people) }),
  fc.record({ action: fc.constantFrom('ask_more' as const, 'answer' as const), by: people, text: texts }),
  fc.record({ action: fc.constant('withdraw' as const), by: people, text: texts }),
  fc.record({ action: fc.constantFrom('lift' as const, 'escalate' as const, 'expire' as const) }),
)
/** Somebody does something, so many minutes after the last thing. */
const course = fc.array(fc.record({ move, minutes: fc.integer({ min: 0, max: 3000 }) }), { maxLength: 25 })
const settings = fc.record({
  mode: fc.constantFrom('any' as const, 'all' as const),
  policy: fc.constantFrom('record' as const, 'approve' as const, 'escalate' as const),
  reason: fc.constantFrom('no_truck' as const, 'debtor' as const),
  asker: fc.constantFrom(ASKER, SALES_HEAD, DIRECTOR),
  away: fc.subarray([SALES_HEAD, LOGISTICS_HEAD, DIRECTOR]),
  deputy: fc.option(fc.constant(DEPUTY)),
})

const NEEDS_WORDS = ['return', 'ask_more', 'answer']

interface Taken {
  before: Refusal
  next: Refusal
  wanted: Move
  at: string
  asker: number
  mode: 'any' | 'all'
  insteadOf: number | null
  /** Whether anybody who may speak for it now is not away. */
  isAnybodyThere: boolean
}

/** What must never be, after a step that was allowed. */
function faultsOf({ before, next, wanted, at, asker, mode, insteadOf, isAnybodyThere }: Taken): string[] {
  const by = 'by' in wanted ? wanted.by : null
  const isAskers = wanted.action === 'withdraw' || wanted.action === 'answer'
  const wordless = 'text' in wanted && wanted.text.trim() === ''
  const rulesBroken: [string, boolean][] = [
    ['something moved after it was over', !isOpen(before.state)],
    ['the version did not grow by one', next.version !== before.version + 1],
    ['the asker decided, or somebody else withdrew or answered', by !== null && (by === asker) !== isAskers],
    ['an outsider did something', by === OUTSIDER],
    ['a step that needs words had none', NEEDS_WORDS.includes(wanted.action) && wordless],
    ['a deputy spoke for nobody', by === DEPUTY && !isAskers && insteadOf !== SALES_HEAD],
    ['it was approved by nobody', next.state === 'approved' && next.approvals.length === 0],
    ['the asker approved', next.approvals.some(({ userId }) => userId === asker)],
    ['not all agreed', next.state === 'approved' && mode === 'all' && next.approvals.length !== next.seats.length],
    ['somebody lost his place', wanted.action !== 'escalate' && !keepsAll(before, next)],
    ['it was lifted though somebody was there', wanted.action === 'lift' && mode === 'any' && isAnybodyThere],
    ['it expired too early', next.state === 'expired' && at < before.expiresAt!],
  ]
  return rulesBroken.filter(([, isBroken]) => isBroken).map(([what]) => what)
}

const keepsAll = (before: Refusal, next: Refusal) =>
  before.seats.every(({ seat, userIds }) =>
    userIds.every((id) => next.seats.some((now) => now.seat === seat && now.userIds.includes(id))),
  )

test('whatever several people do in whatever order, the rule holds', () => {
  fc.assert(
    fc.property(settings, course, ({ mode, policy, reason, asker, away, deputy }, moves) => {
      const absences = away.map((userId) => ({
        userId,
        deputyId: userId === SALES_HEAD ? deputy : null,
        fromOn: '2026-01-01',
        untilOn: '2027-12-31',
      }))
      const by = rules({ mode, absences })
      const standsIn = absences.some(({ userId }) => userId === SALES_HEAD) ? deputy : null
      const isSomebodyIn = (userIds: readonly number[]) =>
        userIds.some((id) => !away.includes(id)) || (standsIn !== null && userIds.includes(SALES_HEAD))
      let refusal: Refusal = askFor(policy, seatsOf(policy, reason), asker, AT, by)
      let ms = Date.parse(AT)
      let ends = isOpen(refusal.state) ? 0 : 1
      const broken: string[] = []
      for (const { move: wanted, minutes } of moves) {
        ms += minutes * 60_000
        const before = structuredClone(refusal)
        const at = new Date(ms).toISOString()
        const stepped = step(refusal, wanted, at, by)
        if (JSON.stringify(refusal) !== JSON.stringify(before)) broken.push('what was given was changed')
        if (stepped.denied !== null) continue
        broken.push(
          ...faultsOf({
            before,
            wanted,
            at,
            asker,
            mode,
            next: stepped.refusal,
            insteadOf: stepped.insteadOf,
            isAnybodyThere: before.seats.some((seat) => isSomebodyIn(seat.userIds)),
          }),
        )
        refusal = stepped.refusal
        if (!isOpen(refusal.state)) ends += 1
      }
      expect(broken).toEqual([])
      expect(ends, 'it ends once at most').toBeLessThanOrEqual(1)
      expect(new Set(refusal.approvals.map(({ seat }) => seat)).size).toBe(refusal.approvals.length)
      expect(refusal.seats.flatMap(({ userIds }) => userIds)).not.toContain(asker)
    }),
    { numRuns: 600 },
  )
})

test('two heads who decide at the same moment: one wins, and the other is told so', () => {
  fc.assert(
    fc.property(fc.constantFrom('approve', 'return', 'hand_over'), fc.constantFrom('approve', 'return'), (one, two) => {
      const refusal = askFor('approve', ['sales_head', 'logistics_head'], ASKER, AT, rules())
      const moveOf = (action: string, by: number) =>
        ({ action, by, text: 'так', toUserId: 5, untilOn: '2026-11-26' }) as Move
      const first = step(refusal, moveOf(one, SALES_HEAD), AT, rules())
      const after = first.denied === null ? first.refusal : refusal
      expect(step(after, moveOf(two, LOGISTICS_HEAD), AT, rules())).toEqual({ denied: 'decided_already' })
    }),
  )
})
