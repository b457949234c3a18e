import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CarrierFacts } from '../../../server/match/facts.ts'
import { matchCarriers } from '../../../server/match/match.ts'
import { needsOf } from '../../../server/match/needs.ts'
import { evidenceOf } from '../../../server/match/score.ts'
import { shortlist } from '../../../server/match/shortlist.ts'
import { shownRows } from '../../../server/match/shown-rows.ts'
import { isVetoed, vetoesOf } from '../../../server/match/vetoes/vetoes.ts'
import { anyCarrier, anyContext } from './any-carrier.ts'
import { carrier, context } from './cast.ts'

const NO_HISTORY = { exact: null, near: [], region: null, declared: [] }

/** What is left of a carrier's facts when all but his history is taken away. */
function historyAlone({ companyId, exact, near, region, declared }: CarrierFacts): CarrierFacts {
  return carrier({ companyId, base: null, exact, near, region, declared })
}

function shownOf(asked: Parameters<typeof matchCarriers>[0], facts: readonly CarrierFacts[], most: number) {
  const { rows, vetoed } = matchCarriers(asked, facts)
  const view = (list: typeof rows) => list.map(({ facts: { companyId }, ...judged }) => ({ companyId, ...judged }))
  return { rows: view(shownRows(rows, most)), vetoed: view(vetoed.slice(0, most)) }
}

const many = fc.uniqueArray(anyCarrier, { selector: ({ companyId }) => companyId, maxLength: 40 })

test('whoever is shown is shown the same when only a shortlist is judged in full', () => {
  fc.assert(
    fc.property(anyContext, many, fc.integer({ min: 1, max: 12 }), (asked, facts, most) => {
      const needs = needsOf(asked)
      const candidates = facts.map((full) => ({
        facts: { ...full, ...NO_HISTORY },
        history: evidenceOf(historyAlone(full), needs),
      }))
      const { companyIds, total, totalVetoed } = shortlist(asked, candidates, { rows: most, vetoed: most })
      const all = matchCarriers(asked, facts)
      expect([total, totalVetoed]).toEqual([all.rows.length, all.vetoed.length])
      const chosen = facts.filter(({ companyId }) => companyIds.has(companyId))
      expect(shownOf(asked, chosen, most)).toEqual(shownOf(asked, facts, most))
    }),
    { numRuns: 300 },
  )
})

test('a quick answer to whether anything keeps a carrier out is the same as having a reason', () => {
  fc.assert(
    fc.property(anyContext, anyCarrier, (asked, facts) => {
      const needs = needsOf(asked)
      expect(isVetoed(facts, needs)).toBe(vetoesOf(facts, needs).length > 0)
    }),
    { numRuns: 300 },
  )
})

test('a shortlist of a thousand is hardly longer than what is shown, unless all of them tie', () => {
  const asked = context()
  const differing = Array.from({ length: 1000 }, (_, id) => ({ facts: carrier({ companyId: id + 1 }), history: id }))
  expect(shortlist(asked, differing, { rows: 60, vetoed: 40 }).companyIds.size).toBe(60)
  const tied = differing.map(({ facts }) => ({ facts, history: 3 }))
  expect(shortlist(asked, tied, { rows: 60, vetoed: 40 }).companyIds.size).toBe(1000)
})

test('the preferred who rank below those shown are on the shortlist', () => {
  const liked = carrier({ companyId: 7 })
  const candidates = [
    ...Array.from({ length: 100 }, (_, id) => ({ facts: carrier({ companyId: id + 100 }), history: 5 + id })),
    { facts: { ...liked, base: { ...liked.base!, preferred: true } }, history: 0 },
  ]
  expect(shortlist(context(), candidates, { rows: 10, vetoed: 10 }).companyIds).toContain(7)
})
