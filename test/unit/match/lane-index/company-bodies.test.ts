import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayFit } from '../../../../server/match/lane-index/body-masks.ts'
import { CompanyBodies } from '../../../../server/match/lane-index/company-bodies.ts'

const mask = fc.integer({ min: 0, max: (1 << 20) - 1 })

test('who may have a truck is told from the bodies last put, however many sets of them there are', () => {
  fc.assert(
    fc.property(
      fc.array(mask, { minLength: 200, maxLength: 400 }),
      fc.array(fc.tuple(fc.nat({ max: 500 }), mask), { maxLength: 200 }),
      mask,
      (start, changes, needed) => {
        const bodies = new CompanyBodies(Uint32Array.from(start))
        const held = [...start]
        for (const [company, own] of changes) {
          bodies.put(company, own)
          held[company] = own
        }
        for (const one of [bodies, bodies.copy()]) {
          one.ask(needed)
          for (let company = 0; company < 600; company++) {
            expect(one.of(company)).toBe(held[company] ?? 0)
            expect(one.fits(company)).toBe(mayFit(held[company] ?? 0, needed) ? 1 : 0)
          }
        }
      },
    ),
    { numRuns: 30 },
  )
})
