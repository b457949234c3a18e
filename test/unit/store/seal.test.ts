import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeal } from '../../../server/store/seal.ts'

const seal = createSeal('a secret of at least thirty-two characters')

test('what was sealed opens to the same text, and the sealed text does not show it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 12, unit: 'grapheme' }), (text) => {
      const sealed = seal.close(text)
      expect(seal.open(sealed)).toBe(text)
      expect(sealed).not.toContain(text)
    }),
  )
})

test('the same token sealed twice looks different', () => {
  expect(seal.close('token-of-ivanov')).not.toBe(seal.close('token-of-ivanov'))
})

test('a changed byte or another secret opens nothing', () => {
  const sealed = seal.close('token-of-ivanov')
  const changed = Buffer.from(sealed, 'base64url')
  changed[changed.length - 1]! ^= 1
  expect(() => seal.open(changed.toString('base64url'))).toThrow(/authenticate/)
  expect(() => createSeal('another secret of thirty-two characters').open(sealed)).toThrow(/authenticate/)
})
