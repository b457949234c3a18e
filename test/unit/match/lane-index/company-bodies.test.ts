import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayFit } from '../../../../server/match/lane-index/body-masks.ts'
import { CompanyBodies } from '../../../../server/match/lane-index/company-bodies.ts'

const mask = fc.integer({ min: 0, max: (1 << 20) - 1 })

test('who may have a truck is told from the bodies last put', () => {
  fc.assert(
    fc.property(
      fc.array(mask, { minLength: 200, maxLength: 400 }),
      fc.array(fc.tuple(fc.nat({ max: 500 }), mask), { maxLength: 200 }),
      mask,
      (start, changes, needed) => {
        const bodies = new CompanyBodies(Uint32Array.from(start))
        // Asked before the changes too: what is kept has to follow them.
        bodies.fitting(needed, start.length)
        const held = [...start]
        for (const [company, own] of changes) {
          bodies.put(company, own)
          held[company] = own
        }
        for (const one of [bodies, bodies.copy()]) {
          const fitting = one.fitting(needed, 600)
          for (let company = 0; company < 600; company++) {
            expect(one.of(company)).toBe(held[company] ?? 0)
            expect(fitting.of[company]).toBe(mayFit(held[company] ?? 0, needed) ? 1 : 0)
          }
        }
      },
    ),
    { numRuns: 30 },
  )
})

test('companies that may have a truck are counted, and counted anew when one gets another', () => {
  const bodies = new CompanyBodies(Uint32Array.from([0b01, 0b10, 0b10, 0]))
  expect(bodies.fitting(0b01, 4).count).toBe(2)
  bodies.put(1, 0b01)
  bodies.put(0, 0b10)
  bodies.put(2, 0b11)
  expect(bodies.fitting(0b01, 4).count).toBe(3)
  // One of whom nothing is known may have any truck.
  expect(bodies.fitting(0b01, 2_000).of[1_999]).toBe(1)
})

test('loads that ask for ever other bodies do not make the index grow without end', () => {
  const bodies = new CompanyBodies(Uint32Array.from([0b01]))
  for (let needed = 1; needed < 1_000; needed++) expect(bodies.fitting(needed, 1).of[0]).toBe(needed & 1)
})
