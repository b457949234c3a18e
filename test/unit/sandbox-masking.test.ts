import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskText } from '../../sandbox/rules/inspection/masking.ts'

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`))
const gap = fc.constantFrom('', ' ', '-', ') ', '.', '%20')
const phone = fc
  .tuple(
    fc.constantFrom('+7', '7', '8', '%2B7'),
    gap,
    fc.constantFrom('', '('),
    digits(3),
    gap,
    digits(3),
    gap,
    digits(2),
    gap,
    digits(2),
  )
  .map((parts) => parts.join(''))
const around = fc.constantFrom(
  ['', ''],
  ['"value":"', '"'],
  ['звонить ', ', Иван'],
  ['filter[PHONE]=', '&start=0'],
  ['["', '"]'],
)

test('no phone is left whole, however it is spelled and whatever stands around it', () => {
  fc.assert(
    fc.property(phone, around, (number, [before, after]) => {
      const shown = maskText(`${before}${number}${after}`)
      const tail = number
        .replaceAll(/%[0-9A-F]{2}/gi, '')
        .replaceAll(/\D/g, '')
        .slice(-7)
      expect(shown.replaceAll(/\D/g, '')).not.toContain(tail)
      expect(shown.endsWith(after ?? '')).toBe(true)
    }),
  )
})

test.each([
  ['an international number', 'тел. +375 29 123-45-67', 'тел. +• ••• •••-••-67'],
  ['ten digits where a phone is expected', '{"values":["9161234567"]}', '{"values":["•••••••• 67"]}'],
  ['a company’s number is no phone', '{"inn":"7712345678"}', '{"inn":"7712345678"}'],
  ['nor is a moment in milliseconds', '{"at":1764000000000}', '{"at":1764000000000}'],
  [
    'nor are an id and a date',
    '{"id":1036,"createdTime":"2025-12-01T03:00:00+03:00"}',
    '{"id":1036,"createdTime":"2025-12-01T03:00:00+03:00"}',
  ],
  ['a token of JSON', '{"auth":"abcdef0123456789"}', '{"auth":"••••6789"}'],
  ['a token of a form', 'auth[access_token]=abcdef0123456789&ts=1', 'auth[access_token]=••••6789&ts=1'],
  [
    'a token of an encoded form',
    'auth%5Bapplication_token%5D=abcdef0123456789&ts=1',
    'auth%5Bapplication_token%5D=••••6789&ts=1',
  ],
  ['a token of a command', '{"cmd":["profile?auth=abcdef0123456789"]}', '{"cmd":["profile?auth=••••6789"]}'],
  [
    'the secret of a webhook',
    'http://127.0.0.1/rest/1/2b88f34346bb48a1/user.get',
    'http://127.0.0.1/rest/1/••••48a1/user.get',
  ],
  ['a token wherever it stands', `x ${'0123456789abcdef'.repeat(4)} y`, 'x ••••cdef y'],
])('%s', (_what, text, shown) => {
  expect(maskText(text)).toBe(shown)
})
