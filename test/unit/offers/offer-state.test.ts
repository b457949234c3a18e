import { expect, test } from 'vitest'
import { OFFER_ACTIONS, OFFER_STATES } from '../../../contract/offers.ts'
import { allowedActions, offerState, STATE_AFTER } from '../../../server/offers/offer-state.ts'

const NOW = '2026-11-26T09:00:00.000Z'
const standing = (stage: string, validUntilAt: string | null = null, semantics: 'P' | 'S' | 'F' = 'P') =>
  offerState({ stage, semantics, validUntilAt }, NOW)

test('an offer that was good until yesterday has expired, though nobody has moved its stage', () => {
  expect(standing('RECEIVED', '2026-11-25T09:00:00.000Z')).toBe('expired')
  expect(standing('BARGAIN', '2026-11-25T09:00:00.000Z')).toBe('expired')
  expect(standing('RECEIVED', '2026-11-27T09:00:00.000Z')).toBe('active')
  expect(standing('RECEIVED')).toBe('active')
})

test('what was decided does not lapse', () => {
  expect(standing('ACCEPTED', '2026-11-25T09:00:00.000Z')).toBe('accepted')
  expect(standing('AWARDED', '2026-11-25T09:00:00.000Z', 'S')).toBe('awarded')
})

test('a stage that is the portal’s own counts by what it means there', () => {
  expect(standing('C7:НАШ', null, 'S')).toBe('awarded')
  expect(standing('constructor', null, 'F')).toBe('declined')
  expect(standing('toString')).toBe('active')
})

test('a closed load takes no more promises, but a no can still be said', () => {
  for (const state of OFFER_STATES)
    for (const action of allowedActions(state, false)) expect(['decline', 'withdraw']).toContain(action)
})

test('every action is possible from somewhere, and what it leads to allows something else', () => {
  const ends = OFFER_ACTIONS.flatMap((action) => STATE_AFTER[action] ?? [])
  expect(ends.filter((state) => allowedActions(state, true).length === 0)).toEqual([])
  const possible = new Set(OFFER_STATES.flatMap((state) => allowedActions(state, true)))
  expect([...possible].sort()).toEqual([...OFFER_ACTIONS].sort())
})
