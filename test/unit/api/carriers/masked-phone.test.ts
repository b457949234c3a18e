import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedPhone } from '../../../../server/api/carriers/masked-phone.ts'

test('a Russian number shows its code and its last two digits, however it is written', () => {
  for (const typed of ['+7 916 123-45-42', '8 (916) 123-45-42', '79161234542'])
    expect(maskedPhone(typed)).toBe('+7 916 •••-••-42')
})

test('a foreign number and a short one are recognisable, too', () => {
  expect(maskedPhone('+375 29 765-43-21')).toBe('+375 •••-••-21')
  expect(maskedPhone('765-43-21')).toBe('•••-••-21')
  expect(maskedPhone('спросить у Пети')).toBeNull()
  expect(maskedPhone('доб. 12')).toBeNull()
})

test('no mask shows more than six digits of a number', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-() ') }), (typed) => {
      expect((maskedPhone(typed) ?? '').replace(/\D/g, '').length).toBeLessThanOrEqual(6)
    }),
  )
})
