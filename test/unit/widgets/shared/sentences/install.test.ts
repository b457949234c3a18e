import { expect, test } from 'vitest'
import { INSTALL_STEPS } from '../../../../../contract/install.ts'
import { IMPORT_ORDER } from '../../../../../server/sync/import-progress.ts'
import {
  entityTitle,
  rowsText,
  stepCounts,
  stepTitle,
  timeLeft,
} from '../../../../../widgets/shared/sentences/install.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test('time left is said in whole minutes', () => {
  expect([10, 95, 60, 21 * 60].map((seconds) => plain(timeLeft('ru', seconds)))).toEqual([
    'осталось меньше минуты',
    'осталось около 2 минут',
    'осталось около 1 минуты',
    'осталось около 21 минуты',
  ])
  expect(plain(timeLeft('en', 60))).toBe('about 1 minute left')
})

test('a step says what it created and what it found', () => {
  const step = { step: 'fields', state: 'done', created: 4, found: 2, problem: null } as const
  expect(stepCounts('ru', step)).toBe('создано 4, уже было 2')
  expect(stepCounts('en', { ...step, created: 0 })).toBe('found 2')
  expect(stepCounts('ru', { ...step, created: 0, found: 0 })).toBe('')
})

test('rows have no total while the portal has not told it', () => {
  expect(plain(rowsText('ru', 7350, 12_000))).toBe('7 350 из 12 000')
  expect(rowsText('ru', 12, null)).toBe('12')
})

test('every step has a title', () => {
  for (const step of INSTALL_STEPS) expect(stepTitle('ru', step)).toMatch(/^[А-Я]/)
})

test('everything the first import brings has a name in both languages', () => {
  expect(IMPORT_ORDER.filter((entity) => entityTitle('ru', entity) === entity)).toEqual([])
  expect(IMPORT_ORDER.filter((entity) => entityTitle('en', entity) === entity)).toEqual([])
})
