import { expect, test } from 'vitest'
import { noFittingVehicle } from '../../../../server/match/vetoes/no-fitting-vehicle.ts'
import { carrier, needs, vehicle } from '../cast.ts'

const tent20 = vehicle({ body: 'tent', capacityKg: 20_000, volumeM3: 82, loading: ['rear', 'side'] })
const reefer10 = vehicle({ body: 'reefer', capacityKg: 10_000, volumeM3: 45 })

test('of a carrier without known vehicles nothing can be said, so he is not vetoed', () => {
  expect(noFittingVehicle(carrier(), needs({ bodies: ['reefer'], weightKg: 20_000 }))).toEqual({ state: 'unknown' })
})

test('a vehicle of which only the plate is known does not open every door', () => {
  const plateOnly = vehicle({ plate: 'А123ВС777' })
  expect(noFittingVehicle(carrier({ vehicles: [plateOnly] }), needs({ bodies: ['reefer'] })).state).toBe('unknown')
  expect(noFittingVehicle(carrier({ vehicles: [plateOnly, tent20] }), needs({ bodies: ['reefer'] })).state).toBe(
    'vetoed',
  )
})

test('one vehicle must do all of it: a reefer too small and a tilt big enough make no reefer of 20 t', () => {
  const verdict = noFittingVehicle(
    carrier({ vehicles: [tent20, reefer10] }),
    needs({ bodies: ['reefer'], weightKg: 20_000, volumeM3: 40 }),
  )
  expect(verdict).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'weight', needsKg: 20_000, hasKg: 10_000 }],
  })
})

test('the miss reported is the nearest one: the bigger of two trucks too small', () => {
  const tent5 = vehicle({ body: 'tent', capacityKg: 5_000, volumeM3: 36 })
  const verdict = noFittingVehicle(
    carrier({ vehicles: [tent5, tent20] }),
    needs({ bodies: ['tent'], weightKg: 22_000 }),
  )
  expect(verdict).toMatchObject({ reasons: [{ kind: 'weight', hasKg: 20_000 }] })
})

test('everything the nearest vehicle lacks is told at once', () => {
  const verdict = noFittingVehicle(carrier({ vehicles: [reefer10] }), needs({ weightKg: 20_000, volumeM3: 82 }))
  expect(verdict).toMatchObject({ reasons: [{ kind: 'weight' }, { kind: 'volume' }] })
})

test('where every body is wrong, all bodies the carrier has are named', () => {
  const box = vehicle({ body: 'box', capacityKg: 5_000 })
  expect(noFittingVehicle(carrier({ vehicles: [tent20, box, tent20] }), needs({ bodies: ['reefer'] }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'body', needs: ['reefer'], has: ['tent', 'box'] }],
  })
})

test('a truck that fits in every way passes whatever else stands in the yard', () => {
  const verdict = noFittingVehicle(
    carrier({ vehicles: [reefer10, tent20] }),
    needs({ bodies: ['tent'], weightKg: 20_000, volumeM3: 82, loading: ['side'] }),
  )
  expect(verdict.state).toBe('passes')
})

test('a part load is judged by the nominal capacity', () => {
  const verdict = noFittingVehicle(carrier({ vehicles: [reefer10] }), needs({ weightKg: 12_000, partLoad: true }))
  expect(verdict).toMatchObject({ reasons: [{ kind: 'weight', needsKg: 12_000, hasKg: 10_000 }] })
})
