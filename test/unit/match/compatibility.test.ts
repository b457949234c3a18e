import { expect, test } from 'vitest'
import { BODY_CODES, type BodyCode, type LoadingCode } from '../../../contract/codes.ts'
import { ANY_CLOSED, canLoad, satisfyingBodies } from '../../../server/match/compatibility.ts'
import { vehicle } from './cast.ts'

const satisfying = (bodies: BodyCode[], heightM: number | null = null, loading: LoadingCode[] = []) => {
  const set = satisfyingBodies({ bodies, heightM, loading })
  return set && BODY_CODES.filter((body) => set.has(body))
}

test.each<[BodyCode, BodyCode[]]>([
  ['tent', ['tent', 'curtain', 'mega', 'jumbo']],
  ['curtain', ['curtain']],
  ['van', ['van', 'box', 'isotherm']],
  ['box', ['van', 'box', 'isotherm']],
  ['isotherm', ['isotherm', 'reefer', 'reefer_multi']],
  ['reefer', ['reefer', 'reefer_multi']],
  ['reefer_multi', ['reefer_multi']],
  ['container', ['container']],
  ['flatbed', ['flatbed', 'platform']],
  ['platform', ['flatbed', 'platform']],
  ['lowboy', ['lowboy']],
  ['tipper', ['tipper']],
  ['tanker', ['tanker']],
  ['grain', ['grain']],
])('a request for %s is satisfied by %j', (asked, expected) => {
  expect(satisfying([asked])).toEqual(expected)
})

test('an insulated body never replaces a reefer', () => {
  expect(satisfying(['reefer'])).not.toContain('isotherm')
  expect(satisfying(['reefer_multi'])).not.toContain('reefer')
})

test('any closed body is every closed one, a reefer too, and no open one', () => {
  expect(satisfying([...ANY_CLOSED])).toEqual([
    'tent',
    'curtain',
    'mega',
    'jumbo',
    'van',
    'box',
    'isotherm',
    'reefer',
    'reefer_multi',
    'container',
  ])
})

test('several bodies in a request mean that any of them will do', () => {
  expect(satisfying(['reefer', 'container'])).toEqual(['reefer', 'reefer_multi', 'container'])
})

test('no body in the request, or "other", rules nobody out', () => {
  expect(satisfying([])).toBeNull()
  expect(satisfying(['other', 'tent'])).toBeNull()
})

test('a mega is insisted on only when the cargo is higher than a standard tilt', () => {
  expect(satisfying(['mega'])).toEqual(['mega'])
  expect(satisfying(['mega'], 2.9)).toEqual(['mega'])
  expect(satisfying(['mega'], 2.4)).toEqual(['tent', 'curtain', 'mega', 'jumbo'])
  expect(satisfying(['tent'], 2.9)).toEqual(['mega', 'jumbo'])
  expect(satisfying(['tent'], 2.7)).toEqual(['tent', 'curtain', 'mega', 'jumbo'])
})

test('a tilt stands in for an open body only where the request names full untenting', () => {
  expect(satisfying(['flatbed'], null, ['top'])).toEqual(['flatbed', 'platform'])
  expect(satisfying(['flatbed'], null, ['untent'])).toEqual(['tent', 'curtain', 'mega', 'jumbo', 'flatbed', 'platform'])
})

test('a reefer cannot be loaded from the top, and its one side door is possible but not known', () => {
  const reefer = vehicle({ body: 'reefer' })
  expect(canLoad(reefer, 'top')).toBe('no')
  expect(canLoad(reefer, 'untent')).toBe('no')
  expect(canLoad(reefer, 'side')).toBe('unknown')
  expect(canLoad(reefer, 'rear')).toBe('unknown')
})

test('a declared list of loading ways is complete, and full untenting includes top and both sides', () => {
  expect(canLoad(vehicle({ body: 'tent', loading: ['rear'] }), 'top')).toBe('no')
  expect(canLoad(vehicle({ body: 'tent', loading: ['untent'] }), 'top')).toBe('yes')
  expect(canLoad(vehicle({ body: 'tent', loading: ['untent'] }), 'side_both')).toBe('yes')
  expect(canLoad(vehicle({ body: 'tent', loading: ['side_both'] }), 'side')).toBe('yes')
  expect(canLoad(vehicle({ body: 'tent', loading: ['side'] }), 'side_both')).toBe('no')
})

test('taking off posts or crossbars is not the same as untenting', () => {
  expect(canLoad(vehicle({ body: 'tent', loading: ['untent'] }), 'no_posts')).toBe('no')
  expect(canLoad(vehicle({ body: 'tent', loading: ['no_crossbars'] }), 'untent')).toBe('no')
})

test('an open body is open from above by nature, and only a tanker takes liquids', () => {
  expect(canLoad(vehicle({ body: 'flatbed', loading: ['side'] }), 'top')).toBe('yes')
  expect(canLoad(vehicle({ body: 'tanker' }), 'pour')).toBe('unknown')
  expect(canLoad(vehicle({ body: 'tent' }), 'pour')).toBe('no')
})

test('of a vehicle with neither body nor loading ways nothing is known', () => {
  expect(canLoad(vehicle(), 'top')).toBe('unknown')
  expect(canLoad(vehicle({ body: 'other' }), 'pour')).toBe('unknown')
})
