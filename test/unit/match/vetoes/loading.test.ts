import { expect, test } from 'vitest'
import { loading } from '../../../../server/match/vetoes/loading.ts'
import { needs, vehicle } from '../cast.ts'

const tent = vehicle({ body: 'tent', loading: ['rear', 'side'] })

test('"any of" is satisfied by one way, "all" needs every one', () => {
  expect(loading(tent, needs({ loading: ['top', 'side'] })).state).toBe('passes')
  expect(loading(tent, needs({ loading: ['top', 'side'], loadingAll: true }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'loading', needs: ['top', 'side'], all: true, has: ['rear', 'side'] }],
  })
})

test('loading and unloading are judged apart: a truck that cannot be unloaded so is refused', () => {
  expect(loading(tent, needs({ loading: ['rear'], unloading: ['top'] }))).toMatchObject({
    reasons: [{ kind: 'loading', needs: ['top'] }],
  })
})

test('ways that are not declared are unknown, unless the body rules them out', () => {
  expect(loading(vehicle({ body: 'tent' }), needs({ loading: ['top'] })).state).toBe('unknown')
  expect(loading(vehicle({ body: 'reefer' }), needs({ loading: ['top'] }))).toMatchObject({
    reasons: [{ kind: 'loading', needs: ['top'], has: ['rear', 'side', 'tail_lift'] }],
  })
})

test('one unknown among required ways leaves the vehicle unknown, not refused', () => {
  expect(loading(vehicle({ body: 'flatbed' }), needs({ loading: ['top', 'side'], loadingAll: true })).state).toBe(
    'unknown',
  )
  expect(loading(tent, needs({ loading: ['rear'], unloading: [] })).state).toBe('passes')
})

test('a load that names no way of loading asks nothing', () => {
  expect(loading(tent, needs()).state).toBe('not_applicable')
})
