import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CardKinds } from '../../../server/match/card-kinds.ts'
import { NOTHING_FURTHER, type CarrierFacts } from '../../../server/match/facts.ts'
import { matchCarriers } from '../../../server/match/match.ts'
import { needsOf, type Needs } from '../../../server/match/needs.ts'
import { evidenceOf } from '../../../server/match/score.ts'
import { shortlist, type Candidate } from '../../../server/match/shortlist.ts'
import { shownRows } from '../../../server/match/shown-rows.ts'
import { isVetoed, vetoesOf } from '../../../server/match/vetoes/vetoes.ts'
import { anyCarrier, anyContext } from './any-carrier.ts'
import { carrier, needs, vehicle } from './cast.ts'

const NO_HISTORY = { exact: null, near: [], region: null, declared: [] }

/** What is left of a carrier's facts when all but his history is taken away. */
function historyAlone({ companyId, exact, near, region, declared }: CarrierFacts): CarrierFacts {
  return carrier({ companyId, base: null, exact, near, region, declared })
}

/** Whoever is told apart by nothing but his history and his card stands in columns. */
function parted(candidates: readonly Candidate[], needs: Needs) {
  const isPlain = ({ facts }: Candidate) =>
    facts.standsAt === null &&
    facts.freeAt === null &&
    [facts.attempts, facts.soonEmpty, facts.sharing, facts.onTheWay, facts.outbound].every(
      ({ length }) => length === 0,
    ) &&
    !needs.rules.has(facts.companyId) &&
    !needs.excludedCompanyIds.has(facts.companyId)
  const plain = candidates.filter(isPlain)
  const kinds = new CardKinds()
  return {
    apart: candidates.filter((candidate) => !isPlain(candidate)),
    plain: {
      count: plain.length,
      companyIds: plain.map(({ facts }) => facts.companyId),
      history: plain.map(({ history }) => history),
      papers: plain.map(({ facts }) => kinds.papersOf(facts)),
      fleets: plain.map(({ facts }) => kinds.fleetOf(facts.vehicles)),
      kinds,
    },
  }
}

function shownOf(asked: Parameters<typeof matchCarriers>[0], facts: readonly CarrierFacts[], most: number) {
  const { rows, vetoed } = matchCarriers(asked, facts)
  const view = (list: typeof rows) => list.map(({ facts: { companyId }, ...judged }) => ({ companyId, ...judged }))
  return { rows: view(shownRows(rows, most)), vetoed: view(vetoed.slice(0, most)) }
}

const NOTHING_BESIDES = { standsAt: null, freeAt: null, attempts: [], ...NOTHING_FURTHER }
/** Half of them with nothing but history and a card. */
const someCarrier = fc
  .tuple(anyCarrier, fc.boolean())
  .map(([facts, isPlain]) => (isPlain ? { ...facts, ...NOTHING_BESIDES } : facts))
const many = fc.uniqueArray(someCarrier, { selector: ({ companyId }) => companyId, maxLength: 40 })

test('whoever is shown is shown the same when only a shortlist is judged in full', () => {
  fc.assert(
    fc.property(anyContext, many, fc.integer({ min: 1, max: 12 }), (asked, facts, most) => {
      const needs = needsOf(asked)
      const candidates = facts.map((full) => ({
        facts: { ...full, ...NO_HISTORY },
        history: evidenceOf(historyAlone(full), needs),
      }))
      const { companyIds, total, totalVetoed } = shortlist(needs, parted(candidates, needs), {
        rows: most,
        vetoed: most,
      })
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
  const asked = needs()
  const sizeOf = (candidates: Candidate[]) =>
    shortlist(asked, parted(candidates, asked), { rows: 60, vetoed: 40 }).companyIds.size
  const differing = Array.from({ length: 1000 }, (_, id) => ({ facts: carrier({ companyId: id + 1 }), history: id }))
  expect(sizeOf(differing)).toBe(60)
  const tied = differing.map(({ facts }) => ({ facts, history: 3 }))
  expect(sizeOf(tied)).toBe(1000)
})

test('papers that say the same are of one kind, whoever they are of, and what differs is not', () => {
  const kinds = new CardKinds()
  const [one, other] = [carrier({ companyId: 1 }), carrier({ companyId: 2 })]
  const kindOf = (change: Partial<CarrierFacts>) => kinds.papersOf({ ...one, ...change })
  expect(kinds.papersOf({ ...other, base: { ...other.base!, carrierId: 77 } })).toBe(kindOf({}))
  const differing = [kindOf({ hasContact: !one.hasContact }), kindOf({ base: null })]
  expect(new Set([kindOf({}), ...differing, kindOf({ base: { ...one.base!, preferred: true } })]).size).toBe(4)
  expect(differing.every((kind) => kind > 0)).toBe(true)
})

test('vehicles that can do the same are of one kind, whatever their plates', () => {
  const kinds = new CardKinds()
  const tent = vehicle({ body: 'tent', capacityKg: 20_000, volumeM3: 82, lengthM: 13.6, loading: ['rear'] })
  const changes = [{ body: null }, { capacityKg: 5000 }, { volumeM3: 90 }, { lengthM: 8 }, { loading: [] }]
  const fleets = [[], [tent], [tent, tent], ...changes.map((change) => [{ ...tent, ...change }])]
  expect(new Set(fleets.map((fleet) => kinds.fleetOf(fleet))).size).toBe(fleets.length)
  expect(kinds.fleetOf([{ ...tent, plate: 'А123ВС16' }])).toBe(kinds.fleetOf([tent]))
})

test('the preferred who rank below those shown are on the shortlist', () => {
  const liked = carrier({ companyId: 7 })
  const candidates = [
    ...Array.from({ length: 100 }, (_, id) => ({ facts: carrier({ companyId: id + 100 }), history: 5 + id })),
    { facts: { ...liked, base: { ...liked.base!, preferred: true } }, history: 0 },
  ]
  const { companyIds } = shortlist(needs(), parted(candidates, needs()), { rows: 10, vetoed: 10 })
  expect(companyIds).toContain(7)
})
