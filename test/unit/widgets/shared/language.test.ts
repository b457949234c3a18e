import { expect, test } from 'vitest'
import { pageLanguage } from '../../../../widgets/shared/language.ts'
import { newWriteKey } from '../../../../widgets/shared/write-key.ts'
import { writeKey } from '../../../../contract/actions.ts'

test('a page without a session speaks the portal’s language, else the browser’s', () => {
  expect(pageLanguage('?DOMAIN=x&LANG=ru', 'en-GB')).toBe('ru')
  expect(pageLanguage('?LANG=en', 'ru-RU')).toBe('en')
  expect(pageLanguage('', 'ru-RU')).toBe('ru')
  expect(pageLanguage('?LANG=ua', 'en')).toBe('ru')
  expect(pageLanguage('', 'de-DE')).toBe('en')
})

test('a write key is one the server accepts, and no two are alike', () => {
  const keys = new Set(Array.from({ length: 200 }, () => newWriteKey()))
  expect(keys.size).toBe(200)
  for (const key of keys) expect(writeKey.safeParse(key).success).toBe(true)
})
