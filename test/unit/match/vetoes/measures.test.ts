import { expect, test } from 'vitest'
import { length } from '../../../../server/match/vetoes/length.ts'
import { oversize } from '../../../../server/match/vetoes/oversize.ts'
import { pallets } from '../../../../server/match/vetoes/pallets.ts'
import { needs, vehicle } from '../cast.ts'

const tent = vehicle({ body: 'tent', capacityKg: 20_000, volumeM3: 82 })
const tent5t = vehicle({ body: 'tent', capacityKg: 5_000, volumeM3: 36 })

test('the longest piece is held against what the longest truck of that class takes', () => {
  expect(length(tent, needs({ lengthM: 12 })).state).toBe('passes')
  expect(length(tent5t, needs({ lengthM: 12 }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'length', needsM: 12, hasM: 7.6 }],
  })
  expect(length(tent, needs()).state).toBe('not_applicable')
})

test('an inner length the carrier has told outweighs what is usual', () => {
  expect(length({ ...tent5t, lengthM: 6.2 }, needs({ lengthM: 7 }))).toMatchObject({ reasons: [{ hasM: 6.2 }] })
  expect(length({ ...tent5t, lengthM: 8.2 }, needs({ lengthM: 8 })).state).toBe('passes')
})

test('a lorry with a trailer has the most volume and takes no long piece', () => {
  const roadTrain = vehicle({ body: 'tent', capacityKg: 20_000, volumeM3: 120 })
  expect(length(roadTrain, needs({ lengthM: 12 })).state).toBe('vetoed')
  expect(pallets(roadTrain, needs({ pallets: 38 })).state).toBe('passes')
})

test('where neither volume nor capacity is told, nothing is said of length or pallets', () => {
  expect(length(vehicle({ body: 'tent' }), needs({ lengthM: 12 })).state).toBe('unknown')
  expect(pallets(vehicle({ body: 'tent' }), needs({ pallets: 33 })).state).toBe('unknown')
  expect(pallets(vehicle({ capacityKg: 20_000 }), needs({ pallets: 33 })).state).toBe('unknown')
  expect(length(vehicle({ body: 'lowboy', capacityKg: 40_000 }), needs({ lengthM: 13 })).state).toBe('unknown')
})

test('33 pallets stand in a Euro truck and not in one of five tonnes', () => {
  expect(pallets(tent, needs({ pallets: 33 })).state).toBe('passes')
  expect(pallets({ ...tent, lengthM: 13.6 }, needs({ pallets: 34 })).state).toBe('passes')
  expect(pallets(tent5t, needs({ pallets: 33 }))).toMatchObject({ reasons: [{ kind: 'pallets', needs: 33, has: 18 }] })
})

test('a piece of 2.9 m is too high for a tilt and not for a mega', () => {
  const asked = needs({ heightM: 2.9 })
  expect(oversize(tent, asked)).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'size', side: 'height', needsM: 2.9, hasM: 2.7, body: 'tent' }],
  })
  expect(oversize(vehicle({ body: 'mega' }), asked).state).toBe('passes')
  expect(oversize(vehicle({ body: 'platform' }), asked)).toMatchObject({
    reasons: [{ kind: 'oversize', side: 'height', limitM: 2.8, fits: ['mega', 'jumbo', 'lowboy'] }],
  })
})

test('what is wider than the road allows goes on a platform or a low loader', () => {
  const asked = needs({ widthM: 3.2 })
  expect(oversize(tent, asked)).toMatchObject({
    reasons: [{ kind: 'oversize', side: 'width', limitM: 2.5, fits: ['platform', 'lowboy'], body: 'tent' }],
  })
  expect(oversize(vehicle({ body: 'flatbed' }), asked).state).toBe('vetoed')
  expect(oversize(vehicle({ body: 'platform' }), asked).state).toBe('passes')
  expect(oversize(vehicle({ body: 'lowboy' }), asked).state).toBe('unknown')
})

test('what would stand higher than four metres on a deck needs a low loader', () => {
  expect(oversize(vehicle({ body: 'platform' }), needs({ heightM: 3.4 }))).toMatchObject({
    reasons: [{ kind: 'oversize', side: 'height', fits: ['lowboy'] }],
  })
})

test('a piece longer than any closed truck may stand out behind an open one by two metres', () => {
  const asked = needs({ lengthM: 15 })
  const platform = vehicle({ body: 'platform', capacityKg: 20_000 })
  expect(oversize(tent, asked)).toMatchObject({ reasons: [{ kind: 'oversize', side: 'length', limitM: 13.7 }] })
  expect(length(tent, asked).state).toBe('not_applicable')
  expect(oversize(platform, asked).state).toBe('passes')
  expect(oversize(platform, needs({ lengthM: 18 })).state).toBe('vetoed')
})

test('a container is narrower than a tilt', () => {
  expect(oversize(vehicle({ body: 'container' }), needs({ widthM: 2.4 }))).toMatchObject({
    reasons: [{ kind: 'size', side: 'width', hasM: 2.35, body: 'container' }],
  })
})

test('a truck wrong by body, or of unknown body, is not measured', () => {
  expect(oversize(tent, needs({ widthM: 3.2, bodies: ['lowboy'] })).state).toBe('not_applicable')
  expect(oversize(vehicle(), needs({ widthM: 3.2 })).state).toBe('unknown')
  expect(oversize(tent, needs()).state).toBe('not_applicable')
})
