import { expect, test } from 'vitest'
import { readCompanyNumber, readKpp, readRegisterNumber } from '../../../typed/company-number.ts'

test('an INN is told by its check digits', () => {
  expect(readCompanyNumber('7707083893')).toEqual({ kind: 'inn', digits: '7707083893', of: 'company' })
  expect(readCompanyNumber('5001 0073 2259')).toEqual({ kind: 'inn', digits: '500100732259', of: 'person' })
  expect(readCompanyNumber('7707083894')).toBeNull()
  expect(readCompanyNumber('500100732258')).toBeNull()
})

test('twelve digits of Kazakhstan are not taken for a Russian sole trader', () => {
  expect(readCompanyNumber('941240000193')).toMatchObject({ kind: 'bin' })
})

test('nine digits are of Belarus or Uzbekistan', () => {
  expect(readCompanyNumber('100582333')).toEqual({ kind: 'unp', digits: '100582333', of: null })
})

test('OGRN and OGRNIP have check digits of their own', () => {
  expect(readRegisterNumber('1027700132195')).toEqual({ kind: 'ogrn', digits: '1027700132195' })
  expect(readRegisterNumber('304500116000157')).toEqual({ kind: 'ogrnip', digits: '304500116000157' })
  expect(readRegisterNumber('1027700132196')).toBeNull()
  expect(readRegisterNumber('304500116000158')).toBeNull()
  expect(readRegisterNumber('30450011600015')).toBeNull()
})

test('a KPP may hold letters in the middle', () => {
  expect(readKpp('7736 01 001')).toBe('773601001')
  expect(readKpp('7736ab001')).toBe('7736AB001')
  expect(['', '77360100', 'AB3601001'].filter((text) => readKpp(text) !== null)).toEqual([])
})

test('a slip in one digit of a company is seen; only ten and nought share a check digit', () => {
  const slips = [...'770708389'].flatMap((right, place) =>
    [...'0123456789']
      .filter((digit) => digit !== right)
      .map((digit) => `7707083893`.slice(0, place) + digit + '7707083893'.slice(place + 1)),
  )
  expect(slips).toHaveLength(81)
  expect(slips.filter((digits) => readCompanyNumber(digits) !== null)).toEqual([])
})
