import { expect, test } from 'vitest'
import { adr } from '../../../../server/match/vetoes/adr.ts'
import { base, carrier, needs } from '../cast.ts'

const certified = (adrUntilOn: string | null) => carrier({ base: base({ adrClasses: ['3', '8'], adrUntilOn }) })

test('a load that is not dangerous asks for no certificate', () => {
  expect(adr(carrier(), needs()).state).toBe('not_applicable')
})

test('the very class is needed: 3 does not cover 4.1', () => {
  expect(adr(certified('2027-05-01'), needs({ adr: '3' })).state).toBe('passes')
  expect(adr(certified('2027-05-01'), needs({ adr: '4.1' }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'adr', needs: '4.1' }],
  })
})

test('the certificate must be good on the loading day, not only today', () => {
  expect(adr(certified('2026-11-25'), needs({ adr: '3' })).state).toBe('passes')
  expect(adr(certified('2026-11-24'), needs({ adr: '3' }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'adr_expired', needs: '3', until: '2026-11-24' }],
  })
})

test('without a loading date the certificate must be good today', () => {
  expect(adr(certified('2026-11-22'), needs({ adr: '3', loadFromAt: null })).state).toBe('vetoed')
  expect(adr(certified('2026-11-23'), needs({ adr: '3', loadFromAt: null })).state).toBe('passes')
})

test('a certificate without a date is unknown, and so is a carrier who is not in the base', () => {
  expect(adr(certified(null), needs({ adr: '3' })).state).toBe('unknown')
  expect(adr(carrier({ base: null }), needs({ adr: '3' })).state).toBe('unknown')
})

test('a carrier in the base who has shown no ADR class does not get dangerous goods', () => {
  expect(adr(carrier(), needs({ adr: '3' })).state).toBe('vetoed')
})
