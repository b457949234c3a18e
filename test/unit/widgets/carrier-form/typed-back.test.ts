import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTerm, type TypedTerm } from '../../../../typed/term.ts'
import { termAsTyped } from '../../../../widgets/carrier-form/typed-back.ts'

const term: fc.Arbitrary<TypedTerm> = fc.record({
  event: fc.constantFrom('unloading', 'scan', 'originals', 'invoice', 'etrn'),
  days: fc.integer({ min: 1, max: 365 }),
  bankDays: fc.boolean(),
  prepayPercent: fc.integer({ min: 0, max: 99 }),
})

test('a term filled in from the last offer reads back as the same term, in both languages', () => {
  fc.assert(
    fc.property(term, fc.constantFrom('ru', 'en'), (one, language) => {
      expect(readTerm(termAsTyped(one, language))).toEqual(one)
    }),
  )
})
