import { expect, test } from 'vitest'
import type { Reason } from '../../../../../contract/carriers.ts'
import { reasonSentence } from '../../../../../widgets/shared/sentences/reason.ts'

const ru = (reason: Reason) => reasonSentence('ru', reason).replaceAll('\u00A0', ' ')
const en = (reason: Reason) => reasonSentence('en', reason).replaceAll('\u00A0', ' ')
const lane = { from: 'Москва', to: 'Казань', fromId: 1, toId: 2, points: 1 }

test('trips on the exact lane say how many and when the last one was', () => {
  expect(ru({ kind: 'trips_exact', count: 3, lastAgeDays: 12, ...lane })).toBe(
    '3 рейса Москва → Казань, последний 12 дней назад',
  )
  expect(ru({ kind: 'trips_exact', count: 5, lastAgeDays: 1, ...lane })).toBe(
    '5 рейсов Москва → Казань, последний вчера',
  )
  expect(ru({ kind: 'trips_exact', count: 21, lastAgeDays: 22, ...lane })).toBe(
    '21 рейс Москва → Казань, последний 22 дня назад',
  )
  expect(en({ kind: 'trips_exact', count: 3, lastAgeDays: 12, ...lane })).toBe(
    '3 trips Москва → Казань, the last 12 days ago',
  )
})

test('a single trip does not call itself the last one', () => {
  expect(ru({ kind: 'trips_exact', count: 1, lastAgeDays: 40, ...lane })).toBe('1 рейс Москва → Казань, 40 дней назад')
  expect(en({ kind: 'trips_exact', count: 1, lastAgeDays: 0, ...lane })).toBe('1 trip Москва → Казань, today')
})

test('offers agree with their own gender', () => {
  expect(ru({ kind: 'offers_exact', count: 2, lastAgeDays: 0, ...lane })).toBe(
    '2 предложения Москва → Казань, последнее сегодня',
  )
  expect(en({ kind: 'offers_exact', count: 2, lastAgeDays: 700, ...lane })).toBe(
    '2 offers Москва → Казань, the last 23 months ago',
  )
})

test('a near lane says how far off it is', () => {
  expect(ru({ kind: 'trips_near', count: 2, lastAgeDays: 64, offKm: 58.4, ...lane })).toBe(
    '2 рейса Москва → Казань (рядом, в стороне на 58 км), последний 2 месяца назад',
  )
  expect(ru({ kind: 'offers_near', count: 11, lastAgeDays: 800, offKm: 9, ...lane })).toBe(
    '11 предложений Москва → Казань (рядом, в стороне на 9 км), последнее 2 года назад',
  )
  expect(en({ kind: 'trips_near', count: 1, lastAgeDays: 2, offKm: 58, ...lane })).toBe(
    '1 trip Москва → Казань (near, 58 km off), 2 days ago',
  )
})

test('a declared direction shows whether it is run both ways', () => {
  expect(ru({ kind: 'declared', bothWays: true, offKm: 0, ...lane })).toBe('Заявил направление Москва ↔ Казань')
  expect(ru({ kind: 'declared', bothWays: false, offKm: 12, ...lane })).toBe(
    'Заявил направление Москва → Казань, в стороне на 12 км',
  )
  expect(en({ kind: 'declared', bothWays: false, offKm: 12, ...lane })).toBe(
    'Declared Москва → Казань, 12 km off this lane',
  )
})

test('regional evidence leaves out what there is none of', () => {
  const region = { kind: 'region' as const, fromRegion: 'Москва', toRegion: 'Татарстан', points: 1 }
  expect(ru({ ...region, trips: 4, offers: 7 })).toBe('4 рейса и 7 предложений между регионами: Москва → Татарстан')
  expect(ru({ ...region, trips: 0, offers: 1 })).toBe('1 предложение между регионами: Москва → Татарстан')
  expect(en({ ...region, trips: 1, offers: 0 })).toBe('1 trip between the regions: Москва → Татарстан')
})

test('a truck says where it stands or gets free, and how far from loading', () => {
  expect(ru({ kind: 'stands_at', place: 'Подольск', offKm: 38, ageDays: 0, points: 1 })).toBe(
    'Стоит в 38 км от загрузки: Подольск, сообщил сегодня',
  )
  expect(ru({ kind: 'stands_at', place: 'Москва', offKm: 0.4, ageDays: 1, points: 1 })).toBe(
    'Стоит в месте загрузки: Москва, сообщил вчера',
  )
  expect(ru({ kind: 'free_at', place: 'Тула', offKm: 12, on: '2025-11-27', points: 1 })).toBe(
    'Освободится 27 ноября в 12 км от загрузки: Тула',
  )
  expect(en({ kind: 'free_at', place: 'Тула', offKm: 12, on: '2025-11-27', points: 1 })).toBe(
    'Free on 27 November 12 km from loading: Тула',
  )
})

test('a truck of our own order names the order, the day and how sure it is', () => {
  const coming = {
    kind: 'soon_empty',
    orderId: 7,
    from: 'Казань',
    place: 'Подольск',
    offKm: 38,
    on: '2025-11-26',
    points: 5,
  } as const
  expect(ru({ ...coming, certainty: 'planned' })).toBe(
    'Разгрузится у нас 26 ноября в 38 км от загрузки: заявка № 7, Казань → Подольск',
  )
  expect(ru({ ...coming, certainty: 'estimated', offKm: 0 })).toBe(
    'Разгрузится у нас около 26 ноября в месте загрузки: заявка № 7, Казань → Подольск',
  )
  expect(ru({ ...coming, certainty: 'unloaded' })).toMatch(/^Разгрузился у нас 26 ноября/)
  expect(en({ ...coming, certainty: 'planned' })).toBe(
    'Unloads for us on 26 November 38 km from loading: order 7, Казань → Подольск',
  )
})

test('a way back, a way past and a part load are told with their detour and room', () => {
  expect(ru({ kind: 'return_leg', via: 'truck', home: 'Казань', offKm: 20, points: 1 })).toBe(
    'Обратка: машина здесь и едет обратно туда же, куда груз (Казань, 20 км от выгрузки)',
  )
  expect(ru({ kind: 'return_leg', via: 'declared', home: 'Казань', offKm: 0, points: 1 })).toBe(
    'Обратка: база там, куда идёт груз (Казань), а заявлен только путь сюда',
  )
  expect(ru({ kind: 'on_the_way', bothWays: true, detourKm: 12, ...lane })).toBe(
    'По пути его направления Москва ↔ Казань, крюк 12 км',
  )
  expect(en({ kind: 'on_the_way', bothWays: false, detourKm: 0, ...lane })).toBe(
    'On the way of Москва → Казань, no detour',
  )
  const part = { kind: 'part_load', orderId: 7, detourKm: 30, on: '2025-11-26', agreed: true, ...lane } as const
  expect(ru({ ...part, freeKg: 8000, freeM3: 40, freeM: 5.6 })).toBe(
    'Догруз: 26 ноября едет мимо с заявкой № 7, Москва → Казань, крюк 30 км, свободно 8 т, 40 м³, 5,6 м пола',
  )
  expect(ru({ ...part, freeKg: null, freeM3: null, freeM: null, agreed: false })).toBe(
    'Догруз: 26 ноября едет мимо с заявкой № 7, Москва → Казань, крюк 30 км, сколько места, неизвестно; догруз в той заявке не отмечен',
  )
  expect(en({ ...part, freeKg: 500, freeM3: null, freeM: null })).toBe(
    'Part load: passes on 26 November with order 7, Москва → Казань, detour 30 km, free: 500 kg',
  )
})

test('what was heard before counts, too', () => {
  expect(ru({ kind: 'preferred', points: 1 })).toBe('Отмечен как предпочтительный')
  expect(ru({ kind: 'attempted', result: 'no_answer', points: -1 })).toBe('По этому грузу не дозвонились')
  expect(en({ kind: 'attempted', result: 'offered', points: 1 })).toBe('Has already given a price')
})

test('the weaker lanes nearby are one sentence', () => {
  const rest = { kind: 'near_rest', lanes: 9, trips: 3, offers: 21, points: 0.4 } as const
  expect(ru(rest)).toBe('Ещё 3 рейса и 21 предложение на 9 соседних направлениях')
  expect(ru({ ...rest, lanes: 21, trips: 0, offers: 5 })).toBe('Ещё 5 предложений на 21 соседнем направлении')
  expect(en({ ...rest, trips: 1, offers: 0 })).toBe('1 trip more on 9 nearby lanes')
})
