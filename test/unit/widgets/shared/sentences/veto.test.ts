import { expect, test } from 'vitest'
import type { VetoReason } from '../../../../../contract/carriers.ts'
import { temperature, vetoSentence, warningSentence } from '../../../../../widgets/shared/sentences/veto.ts'

const clock = { now: new Date('2025-11-23T09:00:00Z'), zone: 'Europe/Moscow' }
const ru = (veto: VetoReason) => vetoSentence('ru', veto, clock).replaceAll('\u00A0', ' ')
const en = (veto: VetoReason) => vetoSentence('en', veto, clock).replaceAll('\u00A0', ' ')

test('a veto names what is needed and what there is', () => {
  expect(ru({ kind: 'body', needs: ['tent', 'curtain'], has: ['reefer'] })).toBe(
    'Нужен кузов тент или штора, у него рефрижератор',
  )
  expect(ru({ kind: 'body', needs: ['tent'], has: [] })).toBe('Нужен кузов тент, кузов у него не указан')
  expect(ru({ kind: 'weight', needsKg: 22_000, hasKg: 1500 })).toBe('Груз 22 т, машина берёт до 1,5 т')
  expect(ru({ kind: 'volume', needsM3: 96, hasM3: 82.5 })).toBe('Груз 96 м³, в машину входит до 82,5 м³')
  expect(en({ kind: 'weight', needsKg: 800, hasKg: 500 })).toBe('The load is 800 kg, the truck takes up to 500 kg')
})

test('loading types are joined by «и» when all are required and by «или» when any will do', () => {
  expect(ru({ kind: 'loading', needs: ['top', 'side'], all: true, has: ['rear'] })).toBe(
    'Нужна загрузка верхняя и боковая, есть только задняя',
  )
  expect(ru({ kind: 'loading', needs: ['top', 'side'], all: false, has: [] })).toBe(
    'Нужна загрузка верхняя или боковая, у него не указана',
  )
  expect(en({ kind: 'loading', needs: ['top'], all: false, has: ['rear'] })).toBe('Needs loading: top; has only rear')
})

test('days of another year carry their year', () => {
  expect(ru({ kind: 'adr_expired', needs: '3', until: '2024-11-01' })).toBe(
    'Нужен ADR класса 3, допуск кончился 01.11.2024',
  )
  expect(ru({ kind: 'paused', until: '2025-12-01' })).toBe('Работа с ним приостановлена до 01.12')
  expect(en({ kind: 'paused', until: '2026-01-05' })).toBe('Paused until 5 Jan 2026')
})

test('a call result that vetoes says until when', () => {
  expect(ru({ kind: 'attempt', result: 'busy_until', until: '2025-11-27' })).toBe('Занят до 27.11')
  expect(ru({ kind: 'attempt', result: 'call_back', until: '2025-11-23T12:30:00Z' })).toBe('Просил перезвонить 15:30')
  expect(en({ kind: 'attempt', result: 'wrong_direction', until: null })).toBe('Said he does not run this lane')
})

test('a stop list without a reason stays a sentence', () => {
  expect(ru({ kind: 'stop_list', why: 'сорвал погрузку' })).toBe('В стоп-листе: сорвал погрузку')
  expect(ru({ kind: 'stop_list', why: null })).toBe('В стоп-листе')
})

test('a temperature may be open at either end', () => {
  expect(temperature('ru', 2, 6).replaceAll('\u00A0', ' ')).toBe('от +2 до +6 °C')
  expect(temperature('ru', null, -18).replaceAll('\u00A0', ' ')).toBe('не выше −18 °C')
  expect(temperature('en', 0, null).replaceAll('\u00A0', ' ')).toBe('at least 0 °C')
})

test('sizes say what the load has and what such a truck takes', () => {
  expect(ru({ kind: 'length', needsM: 12, hasM: 7.6 })).toBe('Самое длинное место 12 м, в такую машину входит до 7,6 м')
  expect(ru({ kind: 'pallets', needs: 33, has: 18 })).toBe('Груз 33 паллеты, в такую машину встаёт до 18')
  expect(ru({ kind: 'size', side: 'height', needsM: 2.9, hasM: 2.7, body: 'tent' })).toBe(
    'Груз 2,9 м в высоту, такой кузов (тент) берёт до 2,7 м',
  )
  expect(
    ru({ kind: 'oversize', side: 'width', needsM: 3.2, limitM: 2.5, fits: ['platform', 'lowboy'], body: 'tent' }),
  ).toBe('Негабарит 3,2 м в ширину: тент берёт до 2,5 м, нужен кузов площадка или трал')
  expect(en({ kind: 'oversize', side: 'height', needsM: 3.2, limitM: 2.8, fits: ['lowboy'], body: 'platform' })).toBe(
    'Oversize, 3.2 m high: flatbed takes up to 2.8 m, needs low loader',
  )
  expect(ru({ kind: 'partition', fromC: -18, toC: 4 })).toBe(
    'Нужны два режима сразу, −18 и +4 °C: реф с перегородкой, у него такого нет',
  )
})

test('a truck that would be late says where it is, when it gets there and when it is needed', () => {
  const late = {
    kind: 'too_late',
    place: 'Казань',
    on: '2025-11-25',
    km: 815,
    arrivesOn: '2025-11-27',
    neededBy: '2025-11-25',
  } as const
  expect(ru({ ...late, standing: false })).toBe(
    'Освободится 25.11 в 815 км от загрузки (Казань): доедет к 27.11, а погрузка до 25.11',
  )
  expect(ru({ ...late, standing: true })).toBe(
    'Стоял 25.11 в 815 км от загрузки (Казань): доедет к 27.11, а погрузка до 25.11',
  )
  expect(en({ ...late, standing: true })).toBe(
    'Stood 815 km from loading (Казань) on 25 Nov: gets there on 27 Nov, loading is until 25 Nov',
  )
  const there = { ...late, km: 0, on: '2025-11-27', standing: false }
  expect(ru(there)).toBe('Освободится 27.11 в месте загрузки (Казань), а погрузка до 25.11')
  expect(en(there)).toBe('Free on 27 Nov at the loading place (Казань), loading is until 25 Nov')
})

test('an old security check is told as a refusal or as a warning', () => {
  const stale = { kind: 'security_stale', on: '2025-03-12', days: 91 } as const
  expect(ru(stale)).toBe('Проверка безопасности от 12.03 старше 91 дня: сначала нужна новая')
  expect(warningSentence('ru', stale, clock).replaceAll('\u00A0', ' ')).toBe(
    'Проверка безопасности от 12.03 старше 91 дня',
  )
  expect(en({ ...stale, days: 180 })).toBe('The security check of 12 Mar is older than 180 days: a new one comes first')
})

test('every kind of veto is a sentence in both languages', () => {
  const vetoes: VetoReason[] = [
    { kind: 'adr', needs: '3' },
    { kind: 'temperature', fromC: 2, toC: 6 },
    { kind: 'security_failed' },
    { kind: 'excluded_by_client' },
    { kind: 'no_contact' },
    { kind: 'opted_out' },
    { kind: 'attempt', result: 'too_dear', until: null },
    { kind: 'attempt', result: 'no_answer', until: null },
    { kind: 'attempt', result: 'calling', until: null },
    { kind: 'attempt', result: 'offered', until: null },
    { kind: 'attempt', result: 'busy_until', until: null },
    { kind: 'attempt', result: 'call_back', until: null },
  ]
  for (const veto of vetoes) {
    expect(ru(veto)).toMatch(/^[А-ЯЁ].{6,}[^.]$/)
    expect(en(veto)).toMatch(/^[A-Z].{6,}[^.]$/)
  }
})
