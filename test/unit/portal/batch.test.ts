import { expect, test } from 'vitest'
import { batchParams, readBatch } from '../../../server/portal/batch.ts'

const calls = { one: { method: 'crm.item.list' }, two: { method: 'crm.item.get' }, three: { method: 'profile' } }

test('each member of a batch has its own outcome, also where PHP wrote an empty map as a list', () => {
  const { outcomes, times } = readBatch(calls, {
    result: { one: { items: [] }, three: { ID: '1' } },
    result_error: { two: { error: 'NOT_FOUND', error_description: 'Элемент не найден' } },
    result_total: { one: 143 },
    result_next: [],
    result_time: { one: { operating: 3.5, operating_reset_at: 1_778_747_792 } },
  })
  expect(outcomes.one).toEqual({ ok: true, result: { items: [] }, total: 143 })
  expect(outcomes.two).toEqual({ ok: false, code: 'NOT_FOUND', status: 404 })
  expect(outcomes.three).toEqual({ ok: true, result: { ID: '1' } })
  expect(times).toEqual([['crm.item.list', { operating: 3.5, operating_reset_at: 1_778_747_792 }]])
})

test('what was not run after a halt is a failure, not an empty success', () => {
  const { outcomes } = readBatch(calls, { result: { one: true }, result_error: { two: { error: '' } } })
  expect(outcomes.two).toMatchObject({ ok: false, code: '' })
  expect(outcomes.three).toMatchObject({ ok: false, code: 'NOT_RUN' })
})

test('more than fifty members are refused before the portal drops them', () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`m${n}`, { method: 'profile' }]))
  expect(() => batchParams(many, false)).toThrow(/50/)
})

test('an answer that is no batch proves nothing', () => {
  expect(() => readBatch(calls, null)).toThrow(/UNREADABLE/)
})
