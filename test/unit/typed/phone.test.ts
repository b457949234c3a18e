import { expect, test } from 'vitest'
import { readPhone } from '../../../typed/phone.ts'

test('a Russian number is one number however it is written', () => {
  for (const text of ['89161234567', '+7 916 123-45-67', '7 (916) 1234567', '9161234567', '8-916-123-45-67'])
    expect(readPhone(text)).toMatchObject({ e164: '+79161234567', country: 'RU', messageable: true })
})

test('Kazakhstan lives under +7 as well, Belarus dials eight and nought', () => {
  expect(readPhone('+7 701 123 45 67')).toMatchObject({ e164: '+77011234567', country: 'KZ' })
  expect(readPhone('87711234567')).toMatchObject({ country: 'KZ' })
  expect(readPhone('+7 600 123 45 67')).toMatchObject({ e164: '+76001234567', country: 'KZ' })
  expect(readPhone('8 647 123 45 67')).toMatchObject({ e164: '+76471234567', country: 'KZ' })
  expect(readPhone('6320002223')).toBeNull()
  expect(readPhone('+375 29 123-45-67')).toMatchObject({ e164: '+375291234567', country: 'BY' })
  expect(readPhone('8 029 123-45-67')).toMatchObject({ e164: '+375291234567', country: 'BY' })
})

test('neighbours are known without the plus', () => {
  expect(readPhone('998901234567')).toMatchObject({ e164: '+998901234567', country: 'UZ' })
  expect(readPhone('996555123456')).toMatchObject({ country: 'KG' })
  expect(readPhone('37491123456')).toMatchObject({ country: 'AM' })
})

test('a free line cannot be written to', () => {
  expect(readPhone('8-800-555-35-35')).toMatchObject({ e164: '+78005553535', messageable: false })
})

test('an extension is kept apart', () => {
  expect(readPhone('8 (495) 123-45-67 доб. 105')).toMatchObject({ e164: '+74951234567', extension: '105' })
  expect(readPhone('+7 495 123-45-67 доб 105')?.shown).toMatch(/ доб\. 105$/)
})

test('what cannot be dialled is no number', () => {
  const texts = ['', '12345', '0000000000', '+7 916 12', 'звоните завтра', '8916123456789012', '7707083893x']
  expect(texts.filter((text) => readPhone(text) !== null)).toEqual([])
})
