import { expect, test } from 'vitest'
import { companyWarnings } from '../../../server/api/captures/company-warnings.ts'
import type { CarrierBaseRow } from '../../../server/store/schema.ts'

const NOW = '2026-11-26T09:00:00.000Z'
const clean = {
  state: 'active',
  doNotUse: 0,
  security: 'passed',
  securityOn: '2026-11-01',
  optedOutOn: null,
  pausedUntilOn: null,
}
const said = (change: Partial<CarrierBaseRow>, validDays: number | null = 90) =>
  companyWarnings(
    { ...clean, ...change } as CarrierBaseRow,
    { validDays } as Parameters<typeof companyWarnings>[1],
    NOW,
  )

test('a carrier with a fresh check is warned of by nothing', () => {
  expect(said({})).toEqual([])
})

test('a failed security check and one that was never made are told apart', () => {
  expect(said({ security: 'failed', securityOn: '2026-10-01' })).toEqual([
    { code: 'security_failed', on: '2026-10-01' },
  ])
  expect(said({ security: 'unknown', securityOn: null })).toEqual([{ code: 'security_unknown' }])
})

test('a check older than the portal’s own term is old, on the day after its last', () => {
  expect(said({ securityOn: '2026-08-28' })).toEqual([])
  expect(said({ securityOn: '2026-08-27' })).toEqual([{ code: 'security_old', days: 91 }])
  expect(said({ securityOn: '2020-01-01' }, null)).toEqual([])
})

test('who is on the stop list, paused or asked not to be written to is said to be so, worst first', () => {
  expect(
    said({ state: 'stop', doNotUseReason: 'сорвал рейс', optedOutOn: '2026-05-01' } as Partial<CarrierBaseRow>),
  ).toEqual([
    { code: 'stop_list', reason: 'сорвал рейс' },
    { code: 'opted_out', on: '2026-05-01' },
  ])
  expect(said({ state: 'paused', pausedUntilOn: '2026-11-26' })).toEqual([{ code: 'paused', until: '2026-11-26' }])
  expect(said({ state: 'paused', pausedUntilOn: '2026-11-25' })).toEqual([])
})
