import { expect, test } from 'vitest'
import { body } from '../../../../server/match/vetoes/body.ts'
import { needs, vehicle } from '../cast.ts'

test('a load that asks for no body takes any', () => {
  expect(body(vehicle({ body: 'tanker' }), needs())).toEqual({ state: 'not_applicable' })
})

test('a vehicle whose body is not known, or is "other", is unknown and not refused', () => {
  expect(body(vehicle(), needs({ bodies: ['reefer'] })).state).toBe('unknown')
  expect(body(vehicle({ body: 'other' }), needs({ bodies: ['reefer'] })).state).toBe('unknown')
})

test('an insulated truck is refused for a reefer load, and the reason names both', () => {
  expect(body(vehicle({ body: 'isotherm' }), needs({ bodies: ['reefer'] }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'body', needs: ['reefer'], has: ['isotherm'] }],
  })
})

test('a carrier whose reefer is declared takes a load that asks for an insulated truck', () => {
  expect(body(vehicle({ body: 'reefer' }), needs({ bodies: ['isotherm'] })).state).toBe('passes')
})

test('cargo 2.9 m high asks for a mega or jumbo where a tilt was requested', () => {
  expect(body(vehicle({ body: 'tent' }), needs({ bodies: ['tent'], heightM: 2.9 }))).toMatchObject({
    reasons: [{ kind: 'body', needs: ['mega', 'jumbo'], has: ['tent'] }],
  })
})
