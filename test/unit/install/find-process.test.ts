import { expect, test } from 'vitest'
import { findProcesses, type KnownType } from '../../../server/install/find-process.ts'
import { elementsOf } from '../../../server/install/steps/fields.ts'
import { DICTIONARY } from '../../../server/portal/dictionary.ts'
import type { ProcessName } from '../../../server/portal/schema-map.ts'

const type = (entityTypeId: number, title: string, fieldCodes: string[] = []): KnownType => ({
  typeId: entityTypeId - 1000,
  entityTypeId,
  title,
  fieldCodes: new Set(fieldCodes),
})
const codes = (name: ProcessName) => DICTIONARY[name].fields.map((field) => field.code)

test('a remembered process is ours whatever it is called now', () => {
  const found = findProcesses([type(1036, 'Переименован'), type(1038, 'Запрос')], { request: 1036 })
  expect(found.request?.entityTypeId).toBe(1036)
})

test('a process is known by its fields, and each for what it is likest to', () => {
  const found = findProcesses(
    [
      type(1038, 'Перевозки', codes('order')),
      type(1036, 'Входящие', codes('request').slice(0, 30)),
      type(1040, 'Задачи'),
    ],
    {},
  )
  expect(found.order?.entityTypeId).toBe(1038)
  expect(found.request?.entityTypeId).toBe(1036)
  expect(found.carrier).toBeUndefined()
})

test('without fields the title decides, and no process is taken twice', () => {
  const found = findProcesses([type(1036, ' заявка '), type(1038, 'Order')], {})
  expect(found.order?.entityTypeId).toBe(1036)
  expect(findProcesses([type(1036, 'Запрос', codes('order'))], {})).toMatchObject({ order: { entityTypeId: 1036 } })
  expect(findProcesses([type(1036, 'Запрос', codes('order'))], {}).request).toBeUndefined()
})

test('elements of a list are known by their code, else by their label; the portal’s own stay reachable', () => {
  const elements = elementsOf(
    [
      { id: '11', xmlId: 'tent', value: 'Тентованный' },
      { id: '12', xmlId: 'a1b2', value: 'РЕФРИЖЕРАТОР' },
      { id: '13', xmlId: 'own', value: 'Ракета' },
    ],
    {
      tent: { ru: 'тент', en: 'tilt' },
      reefer: { ru: 'рефрижератор', en: 'reefer' },
      van: { ru: 'фургон', en: 'van' },
    },
  )
  expect(elements).toEqual({ tent: 11, reefer: 12, own: 13 })
})
