import { expect, test } from 'vitest'
import { temperature } from '../../../../server/match/vetoes/temperature.ts'
import { needs, vehicle } from '../cast.ts'

test('a load without a temperature asks for no reefer', () => {
  expect(temperature(vehicle({ body: 'tent' }), needs()).state).toBe('not_applicable')
})

test('a stated temperature needs a reefer even where the request names an insulated body', () => {
  const asked = needs({ bodies: ['isotherm'], tempFromC: -18, tempToC: -15 })
  expect(temperature(vehicle({ body: 'isotherm' }), asked)).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'temperature', fromC: -18, toC: -15 }],
  })
  expect(temperature(vehicle({ body: 'reefer' }), asked).state).toBe('passes')
})

test('zero degrees is a temperature, not an empty field', () => {
  expect(temperature(vehicle({ body: 'tent' }), needs({ tempFromC: 0, tempToC: null })).state).toBe('vetoed')
})

test('a truck already wrong by body is not refused a second time for the cold', () => {
  expect(temperature(vehicle({ body: 'tent' }), needs({ bodies: ['reefer'], tempFromC: 2 })).state).toBe(
    'not_applicable',
  )
})

test('a vehicle whose body is not known may be a reefer', () => {
  expect(temperature(vehicle(), needs({ tempToC: 5 })).state).toBe('unknown')
})
