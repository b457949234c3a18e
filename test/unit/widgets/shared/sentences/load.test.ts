import { expect, test } from 'vitest'
import { cargoSize, distanceText, loadingWindow, placeName } from '../../../../../widgets/shared/sentences/load.ts'
import { moscowKazan, MOSCOW } from '../../../../support/widget-fixture/answers.ts'

const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ')
const load = moscowKazan(new Date('2025-11-23T09:00:00Z'))

test('a size lists what is stated and nothing else', () => {
  expect(plain(cargoSize('ru', load))).toBe('20 т · 82 м³ · 33 паллеты')
  expect(plain(cargoSize('ru', { ...load, volumeM3: null, pallets: null }))).toBe('20 т')
  expect(cargoSize('ru', { ...load, weightKg: null, volumeM3: null, pallets: null })).toBe('')
  expect(plain(cargoSize('ru', { ...load, pallets: null, lengthM: 13.6, widthM: 2.45, heightM: 2.7 }))).toBe(
    '20 т · 82 м³ · 13,6 × 2,45 × 2,7 м',
  )
})

test('only an estimated distance carries the sign of an estimate', () => {
  expect(plain(distanceText('ru', { km: 815.4, source: 'graph' }).km)).toBe('≈ 815 км')
  expect(distanceText('ru', { km: 812, source: 'orders' })).toEqual({ km: '812\u00A0км', source: 'по нашим рейсам' })
})

test('a loading window is shown in the zone of the loading place', () => {
  expect(loadingWindow('ru', '2025-11-25T06:00:00Z', '2025-11-25T09:00:00Z', 'Europe/Moscow')).toBe(
    '25 ноября, 09:00–12:00',
  )
  expect(loadingWindow('ru', '2025-11-25T20:00:00Z', null, 'Asia/Vladivostok')).toBe('26 ноября, 06:00')
  expect(loadingWindow('ru', '2025-11-24T21:00:00Z', null, 'Europe/Moscow')).toBe('25 ноября')
  expect(loadingWindow('ru', '2025-11-25T06:00:00Z', '2025-11-27T06:00:00Z', 'Europe/Moscow')).toBe(
    '25 ноября — 27 ноября',
  )
  expect(loadingWindow('ru', null, null)).toBeNull()
})

test('a place that is not recognised keeps the text somebody typed', () => {
  expect(placeName('ru', { state: 'known', text: 'г. Москва', place: MOSCOW, taught: false })).toBe('Москва')
  expect(placeName('ru', { state: 'unknown', text: 'склад Есипово' })).toBe('склад Есипово')
  expect(placeName('en', { state: 'empty' })).toBe('place not stated')
})
