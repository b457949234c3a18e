import { expect, test } from 'vitest'
import { SETTING_DEFINITIONS, SETTING_KEYS } from '../../../contract/settings.ts'
import { chooseSetting, readAllChosen, readChosen } from '../../../server/store/chosen-settings.ts'
import { openPortalStore } from '../../../server/store/database.ts'
import { writeSetting } from '../../../server/store/settings.ts'

test('a setting holds its default until somebody chooses, and again after he takes it back', async () => {
  const store = await openPortalStore(':memory:')
  expect(await readChosen(store, 'removedKeepDays')).toBe(30)
  expect(await chooseSetting(store, 'removedKeepDays', 7)).toBe(true)
  expect(await readChosen(store, 'removedKeepDays')).toBe(7)
  expect((await readAllChosen(store)).chosen).toEqual(['removedKeepDays'])
  await chooseSetting(store, 'removedKeepDays', null)
  expect(await readChosen(store, 'removedKeepDays')).toBe(30)
})

test('a value out of bounds, of another type or not on the list is refused and changes nothing', async () => {
  const store = await openPortalStore(':memory:')
  for (const [key, value] of [
    ['removedKeepDays', 366],
    ['removedKeepDays', 1.5],
    ['minimumShare', 7],
    ['clientRateForLogists', 'yes'],
    ['offerNotice', 'never'],
    ['offerNotice', 'toString'],
  ] as const)
    expect(await chooseSetting(store, key, value)).toBe(false)
  expect((await readAllChosen(store)).chosen).toEqual([])
})

test('what an earlier version kept and no longer makes sense reads as the default', async () => {
  const store = await openPortalStore(':memory:')
  await writeSetting(store, 'offerNotice', { mode: 'first' })
  expect(await readChosen(store, 'offerNotice')).toBe('first')
})

test('every setting has words in both languages and a default it can hold', async () => {
  const store = await openPortalStore(':memory:')
  for (const key of SETTING_KEYS) {
    const definition = SETTING_DEFINITIONS[key]
    for (const { ru, en } of [definition.title, definition.help]) {
      expect(ru).toMatch(/[а-яё]/i)
      expect(en).toMatch(/[a-z]/i)
    }
    const kept = definition.default === null || (await chooseSetting(store, key, definition.default))
    expect([key, kept]).toEqual([key, true])
  }
})
