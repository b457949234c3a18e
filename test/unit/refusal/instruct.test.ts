import { expect, test } from 'vitest'
import { REFUSAL_STATES, type RefusalAction } from '../../../contract/refusals.ts'
import { mayInstruct } from '../../../server/refusal/instruct.ts'
import { ASKER, DIRECTOR, OUTSIDER, SALES_HEAD } from './cast.ts'

const steps = (...actions: [RefusalAction, number][]) => actions.map(([action, byUserId]) => ({ action, byUserId }))
const returned = steps(['ask', ASKER], ['return', SALES_HEAD])

test('who has returned it says what is to be done, as often as he likes', () => {
  expect(mayInstruct({ state: 'returned', steps: returned }, SALES_HEAD)).toBe(true)
  const twice = [...returned, ...steps(['instruct', SALES_HEAD])]
  expect(mayInstruct({ state: 'returned', steps: twice }, SALES_HEAD)).toBe(true)
})

test.each([ASKER, DIRECTOR, OUTSIDER])('nobody else does: %i', (by) => {
  expect(mayInstruct({ state: 'returned', steps: returned }, by)).toBe(false)
})

test.each(REFUSAL_STATES.filter((state) => state !== 'returned'))('nobody instructs what is %s', (state) => {
  expect(mayInstruct({ state, steps: returned }, SALES_HEAD)).toBe(false)
})
