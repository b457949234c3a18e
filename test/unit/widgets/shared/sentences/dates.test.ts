import { expect, test } from 'vitest'
import {
  ago,
  agoShort,
  dayOf,
  daysSince,
  momentShort,
  monthName,
  shortDay,
} from '../../../../../widgets/shared/sentences/dates.ts'
import { whereaboutsSentence } from '../../../../../widgets/shared/sentences/whereabouts.ts'

const clock = { now: new Date('2025-11-23T21:30:00Z'), zone: 'Asia/Novosibirsk' }

test('a day is the day of the reader’s own zone', () => {
  expect(dayOf(clock.now, 'Asia/Novosibirsk')).toBe('2025-11-24')
  expect(dayOf(clock.now, 'Europe/Moscow')).toBe('2025-11-24')
  expect(dayOf(clock.now, 'Europe/London')).toBe('2025-11-23')
  expect(daysSince('2025-11-23T15:00:00Z', clock)).toBe(1)
  expect(daysSince('2025-11-23T17:30:00Z', clock)).toBe(0)
  expect(daysSince('2026-01-01T00:00:00Z', clock)).toBe(0)
})

test('an age is said the way people say it', () => {
  const said = [0, 1, 2, 12, 59, 60, 90, 365, 729, 730, 1900].map((days) => ago('ru', days).replaceAll('\u00A0', ' '))
  expect(said).toEqual([
    'сегодня',
    'вчера',
    '2 дня назад',
    '12 дней назад',
    '59 дней назад',
    '2 месяца назад',
    '3 месяца назад',
    '12 месяцев назад',
    '24 месяца назад',
    '2 года назад',
    '5 лет назад',
  ])
  expect([1, 12, 90, 1900].map((days) => ago('en', days).replaceAll('\u00A0', ' '))).toEqual([
    'yesterday',
    '12 days ago',
    '3 months ago',
    '5 years ago',
  ])
})

test('a narrow cell has a short age', () => {
  expect([1, 12, 90, 800, 1900].map((days) => agoShort('ru', days).replaceAll('\u00A0', ' '))).toEqual([
    'вчера',
    '12 дн. назад',
    '3 мес. назад',
    '2 г. назад',
    '5 л. назад',
  ])
})

test('a short day leaves out the current year, a moment today leaves out the day', () => {
  expect(shortDay('ru', '2025-11-27', clock)).toBe('27.11')
  expect(shortDay('ru', '2026-01-09', clock)).toBe('09.01.2026')
  expect(shortDay('en', '2025-11-27', clock)).toBe('27 Nov')
  expect(momentShort('ru', '2025-11-23T18:04:00Z', clock)).toBe('01:04')
  expect(momentShort('ru', '2025-11-20T18:04:00Z', clock)).toBe('21.11')
  expect(monthName('ru', '2025-11')).toBe('ноябрь 2025')
})

test('whereabouts say where, how far, and how fresh it is', () => {
  const ru = (where: Parameters<typeof whereaboutsSentence>[1]) =>
    whereaboutsSentence('ru', where, clock).replaceAll('\u00A0', ' ')
  expect(ru({ kind: 'now', place: 'Подольск', at: '2025-11-23T20:00:00Z', offKm: 38.2 })).toBe(
    'Подольск, 38 км · сегодня',
  )
  expect(ru({ kind: 'now', place: 'Москва', at: '2025-11-22T20:00:00Z', offKm: 0.2 })).toBe('Москва · вчера')
  expect(ru({ kind: 'free', place: 'Казань', on: '2025-11-27', offKm: 5 })).toBe('свободен 27.11: Казань, 5 км')
  expect(ru({ kind: 'home', place: 'Тверь', offKm: null })).toBe('база: Тверь')
  expect(whereaboutsSentence('en', { kind: 'home', place: 'Тверь', offKm: 170 }, clock)).toBe(
    'base: Тверь, 170\u00A0km',
  )
})
