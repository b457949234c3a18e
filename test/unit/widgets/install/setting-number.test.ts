import { expect, test } from 'vitest'
import { shownNumber, typedNumber } from '../../../../widgets/install/setting-number.ts'

const share = { least: -1, most: 1, decimals: 1, shownTimes: 100 }
const days = { least: 0, most: 365, decimals: 0 }

test('a share is typed and shown in per cent', () => {
  expect(typedNumber('7,5', share)).toBe(0.075)
  expect(typedNumber(' 12 % ', share)).toBe(0.12)
  expect(shownNumber(0.075, 1, 100)).toBe('7,5')
  expect(shownNumber(0.29, 1, 100, '.')).toBe('29')
})

test('an empty box is no value; a word, a fraction too fine and a number out of bounds are refused', () => {
  expect(typedNumber('', days)).toBeNull()
  expect(typedNumber('много', days)).toBeUndefined()
  expect(typedNumber('1,5', days)).toBeUndefined()
  expect(typedNumber('366', days)).toBeUndefined()
  expect(typedNumber('150', share)).toBeUndefined()
  expect(shownNumber(null, 0)).toBe('')
})
