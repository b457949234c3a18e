import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDirection } from '../../../../server/sync/indexers/typed-direction.ts'
import { readStop } from '../../../../server/sync/indexers/typed-stop.ts'
import { readVehicle } from '../../../../server/sync/indexers/typed-vehicle.ts'

test('a direction is two places, one way or both', () => {
  expect(readDirection('Москва — Казань')).toEqual({
    text: 'Москва — Казань',
    from: 'Москва',
    to: 'Казань',
    bothWays: false,
  })
  expect(readDirection('Москва ↔ Казань')).toMatchObject({ from: 'Москва', to: 'Казань', bothWays: true })
  expect(readDirection('Ростов-на-Дону - Москва')).toMatchObject({ from: 'Ростов-на-Дону', to: 'Москва' })
  expect(readDirection('СПб → Нижний Новгород')).toMatchObject({ from: 'СПб', to: 'Нижний Новгород' })
  expect(readDirection('Ростов-на-Дону')).toBeNull()
  expect(readDirection('А — Б — В')).toBeNull()
  expect(readDirection('— Казань')).toBeNull()
})

test('a vehicle is read by codes and by the words people use', () => {
  expect(readVehicle('reefer; 20; 82; rear,side; А123ВС716/ВА4561 16')).toEqual({
    body: 'reefer',
    capacityKg: 20_000,
    volumeM3: 82,
    lengthM: null,
    loading: ['rear', 'side'],
    plate: 'А123ВС716/ВА4561 16',
  })
  expect(readVehicle('Тент; 1,5 т; 16 м³; задняя, боковая')).toEqual({
    body: 'tent',
    capacityKg: 1500,
    volumeM3: 16,
    lengthM: null,
    loading: ['rear', 'side'],
    plate: null,
  })
  expect(readVehicle('фургон; 3 000 кг')).toMatchObject({ body: 'van', capacityKg: 3000, volumeM3: null, loading: [] })
  expect(readVehicle('тент; 20 т; 86; задняя; А123ВС716; 13,6 м')).toMatchObject({ lengthM: 13.6, plate: 'А123ВС716' })
  expect(readVehicle('что-то; много; ; ; ')).toBeNull()
})

test('an extra stop names what is done, where and when', () => {
  expect(readStop('load; МО Подольск; 2026-11-24T08:00:00+03:00/2026-11-24T12:00:00+03:00')).toEqual({
    action: 'load',
    text: 'МО Подольск',
    fromAt: '2026-11-24T05:00:00.000Z',
    toAt: '2026-11-24T09:00:00.000Z',
  })
  expect(readStop('выгрузка; Казань; 25.11.2026 10:00/25.11.2026 18:00')).toMatchObject({
    action: 'unload',
    fromAt: '2026-11-25T07:00:00.000Z',
  })
  expect(readStop('Набережные Челны')).toEqual({ action: 'unload', text: 'Набережные Челны', fromAt: null, toAt: null })
  expect(readStop('unload; ; ')).toBeNull()
})

test('whatever is typed, what is read of it names a place, two ends or something of a vehicle', () => {
  const lines = fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: fc.constantFrom(...'аб; —-↔/,.0-9тм³>') }))
  fc.assert(
    fc.property(lines, (line) => {
      const direction = readDirection(line)
      expect(direction === null || (direction.from !== '' && direction.to !== '')).toBe(true)
      expect(readStop(line)?.text).not.toBe('')
      const vehicle = readVehicle(line)
      expect(vehicle === null || vehicle.capacityKg === null || vehicle.capacityKg > 0).toBe(true)
    }),
  )
})
