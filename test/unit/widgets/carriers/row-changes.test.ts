import { expect, test } from 'vitest'
import type { Attempt, CarrierRow } from '../../../../contract/carriers.ts'
import type { Write } from '../../../../contract/write.ts'
import { withAttempt, withOffer, withoutAttempt, withWrite } from '../../../../widgets/carriers/row-changes.ts'
import { rowState } from '../../../../widgets/carriers/row-state.ts'
import { suitableCarriers } from '../../../support/widget-fixture/carriers.ts'

const now = new Date('2025-11-23T09:00:00Z')
const clock = { now, zone: 'Europe/Moscow' }
const MELNIKOVA = 1
const volga = suitableCarriers(now)[0]!

function attempt(key: string, at: string, result: Attempt['result'] = 'no_answer'): Attempt {
  return { key, companyId: 501, result, byUserId: 12, byName: 'Иванов', at, until: null, comment: null }
}
const write = (state: Write['state'], portalId: number | null = null): Write => ({
  key: 'offer-1',
  state,
  byUserId: MELNIKOVA,
  acceptedAt: '2025-11-23T08:59:00Z',
  steps: [{ command: 'create-offer', state, reason: state === 'refused' ? 'no_right' : null, portalId }],
})
const offer = (state: Write['state']): CarrierRow['offers'][number] => ({
  id: null,
  key: 'offer-1',
  rate: { minor: 8_500_000, currency: 'RUB', vat: '22' },
  at: '2025-11-23T08:59:00Z',
  byName: 'Мельникова',
  write: write(state),
})

test('our own attempt that comes back over the stream is not doubled', () => {
  const once = withAttempt(volga, attempt('a', '2025-11-23T08:00:00Z'))
  const twice = withAttempt(once, attempt('a', '2025-11-23T08:00:01Z'))
  expect(twice.attempts.map(({ key, at }) => [key, at])).toEqual([['a', '2025-11-23T08:00:01Z']])
  expect(withoutAttempt(twice, 'a').attempts).toEqual([])
})

test('the newest attempt stands on top whatever order they arrive in', () => {
  const row = withAttempt(
    withAttempt(volga, attempt('b', '2025-11-23T08:30:00Z')),
    attempt('a', '2025-11-23T08:00:00Z'),
  )
  expect(row.attempts.map(({ key }) => key)).toEqual(['b', 'a'])
})

test('a write moves the offer it belongs to and no other row', () => {
  const row = withOffer(volga, offer('pending'))
  const done = withWrite(row, write('done', 7001))
  expect(done.offers[0]).toMatchObject({ id: 7001, write: { state: 'done' } })
  expect(withWrite(volga, write('done'))).toBe(volga)
})

test('the same offer twice is one line', () => {
  expect(withOffer(withOffer(volga, offer('pending')), offer('done')).offers.length).toBe(1)
})

test('a row says what happened last', () => {
  expect(rowState('ru', volga, clock, MELNIKOVA)).toBeNull()
  const called = withAttempt(volga, attempt('a', '2025-11-23T08:00:00Z'))
  expect(rowState('ru', called, clock, MELNIKOVA)).toEqual({ text: 'не дозвонились 11:00', tone: 'todo' })
  const offered = withOffer(called, offer('done'))
  expect(rowState('ru', offered, clock, MELNIKOVA)).toEqual({ text: '85\u00A0000\u00A0₽ · записано', tone: 'good' })
})

test('a refused offer is shown over a later call: it has to be mended', () => {
  const row = withAttempt(withOffer(volga, offer('refused')), attempt('a', '2025-11-23T09:00:00Z'))
  expect(rowState('ru', row, clock, MELNIKOVA)).toMatchObject({
    tone: 'bad',
    text: '85\u00A0000\u00A0₽ · не записано: у вас нет права записать это в портале',
  })
})

test('who sees a colleague’s refused offer is told of the colleague’s right, not of his own', () => {
  const row = withOffer(volga, offer('refused'))
  expect(rowState('ru', row, clock, MELNIKOVA + 1)).toMatchObject({
    text: '85\u00A0000\u00A0₽ · не записано: у автора нет на это права в портале',
  })
})
