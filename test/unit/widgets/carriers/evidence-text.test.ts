import { expect, test } from 'vitest'
import type { EvidenceRecord } from '../../../../contract/evidence.ts'
import { evidenceText } from '../../../../widgets/carriers/evidence/evidence-text.ts'

const reader = { clock: { now: new Date('2026-11-24T09:00:00Z'), zone: 'Europe/Moscow' }, userId: 13 }
const say = (record: EvidenceRecord, language: 'ru' | 'en' = 'ru') => {
  const { title, details } = evidenceText(language, record, reader)
  return [title, ...details].join(' | ').replaceAll('\u00A0', ' ')
}

const order: EvidenceRecord = {
  kind: 'order',
  id: 31,
  from: 'Москва',
  to: 'Казань',
  at: '2026-11-11T06:00:00.000Z',
  state: 'done',
  rate: { minor: 8_500_000, currency: 'RUB', vat: '22' },
  path: '/crm/type/1/details/31/',
}

test('an order says which, when, how it ended and for how much, under which VAT', () => {
  expect(say(order)).toBe('Заявка № 31: Москва → Казань | 11 ноября | выполнена | 85 000 ₽ с НДС 22 %')
})

test('a rate that nobody wrote down is unknown, and so is its VAT', () => {
  expect(say({ ...order, rate: null })).toContain('ставка неизвестна')
  expect(say({ ...order, rate: { minor: 8_500_000, currency: 'RUB', vat: null } })).toContain('НДС не указан')
})

test('an offer says who took it down and what came of it', () => {
  const offer: EvidenceRecord = { ...order, kind: 'offer', outcome: 'lost', byName: 'Анна Орлова' }
  expect(say(offer)).toMatch(/^Предложение № 31: .* не взято .* записал Анна Орлова$/)
  expect(say({ ...offer, byName: null }, 'en')).toMatch(/^Offer № 31: .* not taken \| 85,000 ₽ [^|]*$/)
})

test('an entry in the base is told as it was typed, and leaves out what it does not say', () => {
  const base: EvidenceRecord = {
    kind: 'base',
    id: 5,
    directions: ['Москва — Казань', 'Самара — Москва'],
    home: null,
    now: { place: 'Подольск', at: null },
    free: { place: 'Тула', on: '2026-11-27' },
    preferred: false,
    updatedAt: '2026-11-20T06:00:00.000Z',
    path: '/crm/type/1/details/5/',
  }
  const text = say(base)
  expect(text).toContain('Направления: Москва — Казань; Самара — Москва')
  expect(text).toContain('Машина стоит: Подольск |')
  expect(text).toContain('Освободится: Тула, 27 ноября')
  expect(text).not.toContain('Дом')
})

test('a rule says whose it is and until when', () => {
  const scope = { client: false, from: 'Москва', to: 'Казань', fromRegion: null, toRegion: null, body: null }
  const rule: EvidenceRecord = {
    kind: 'rule',
    action: 'prefer',
    scope,
    note: 'держит цену',
    byName: 'Ирина Петрова',
    at: '2026-11-20T06:00:00.000Z',
    untilOn: '2026-12-31',
  }
  expect(say(rule)).toMatch(
    /^Правило: предпочитать Москва → Казань — держит цену \| Ирина Петрова \| .* \| до 31 декабря$/,
  )
})
