import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCallBudget } from '../../../server/portal/call-budget.ts'
import type { Lane } from '../../../server/portal/portal-client.ts'

const settings = { perSecond: 2, burst: 50, operatingLimitSeconds: 480 }
const lanes: Lane[] = ['widget', 'outbox', 'import']

test('the portal’s bucket never overflows, whoever calls and however often', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...lanes), fc.integer({ min: 0, max: 700 })), { maxLength: 300 })
  fc.assert(
    fc.property(steps, (calls) => {
      const budget = createCallBudget(settings)
      let now = 1_000_000
      let drops = 0
      let at = now
      for (const [lane, pause] of calls) {
        now += pause
        now += budget.waitMs(lane, ['crm.item.list'], now)
        budget.spend(lane, now)
        drops = Math.max(0, drops - ((now - at) / 1000) * settings.perSecond)
        at = now
        drops += 1
        expect(drops).toBeLessThanOrEqual(settings.burst)
      }
    }),
  )
})

test('the import leaves room in the bucket for people', () => {
  const budget = createCallBudget(settings)
  let imported = 0
  while (budget.waitMs('import', ['batch'], 0) === 0) {
    budget.spend('import', 0)
    imported += 1
  }
  expect(imported).toBeLessThan(35)
  expect(budget.waitMs('widget', ['profile'], 0)).toBe(0)
  expect(budget.waitMs('outbox', ['crm.item.add'], 0)).toBe(0)
})

test('where people work, a method that has nearly used up its execution time rests for the import, not for them', () => {
  const budget = createCallBudget(settings)
  budget.spend('widget', 39_000)
  budget.learn('crm.item.list', 400, 100, 40_000)
  expect(budget.waitMs('import', ['crm.item.list'], 40_000)).toBe(60_000)
  expect(budget.waitMs('widget', ['crm.item.list'], 40_000)).toBe(0)
  expect(budget.waitMs('import', ['user.get'], 40_000)).toBe(0)
  expect(budget.waitMs('import', ['crm.item.list'], 100_001)).toBe(0)
})

test('alone in the portal, the import uses nearly all of the execution time, and sees how much is left', () => {
  const budget = createCallBudget(settings)
  expect(budget.secondsLeft('import', 'crm.item.list', 0)).toBeNull()
  budget.learn('crm.item.list', 400, 600, 0)
  expect(budget.waitMs('import', ['crm.item.list'], 0)).toBe(0)
  expect(budget.secondsLeft('import', 'crm.item.list', 0)).toBe(56)
  budget.learn('crm.item.list', 456, 600, 0)
  expect(budget.waitMs('import', ['crm.item.list'], 0)).toBe(600_000)
})

test('a refused method rests for everybody until the portal’s own moment', () => {
  const budget = createCallBudget(settings)
  budget.learn('crm.item.list', 480, 90, 0)
  budget.refusedForOperating(['crm.item.list'], 10_000)
  expect(budget.waitMs('widget', ['profile', 'crm.item.list'], 10_000)).toBe(80_000)
  budget.refusedForOperating(['crm.item.get'], 10_000)
  expect(budget.waitMs('widget', ['crm.item.get'], 10_000)).toBe(10_000)
})

test('a method that is refused though hardly any of its time is used is tried again soon, and later each time', () => {
  const budget = createCallBudget(settings)
  const holdAfterRefusal = (now: number) => {
    budget.refusedForOperating(['crm.item.get'], now)
    return budget.waitMs('widget', ['crm.item.get'], now)
  }
  budget.learn('crm.item.get', 20, 600, 0)
  expect([0, 10_000, 30_000, 70_000].map(holdAfterRefusal)).toEqual([10_000, 20_000, 40_000, 80_000])
  expect(holdAfterRefusal(150_000)).toBe(160_000)
  expect(holdAfterRefusal(310_000)).toBe(160_000)
  budget.learn('crm.item.get', 20, 1200, 480_000)
  expect(holdAfterRefusal(480_000)).toBe(10_000)
})

test('each refusal for the rate pauses longer, and a success forgives', () => {
  const budget = createCallBudget({ ...settings, perSecond: 1000 })
  const pauseAfterRefusal = (now: number) => {
    budget.refusedForRate(now)
    return budget.waitMs('widget', ['profile'], now)
  }
  expect(pauseAfterRefusal(0)).toBe(500)
  expect(pauseAfterRefusal(1000)).toBe(1000)
  expect(pauseAfterRefusal(3000)).toBe(2000)
  budget.succeeded()
  expect(pauseAfterRefusal(10_000)).toBe(500)
})
