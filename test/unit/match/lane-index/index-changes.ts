import type { BodyCode } from '../../../../contract/codes.ts'
import { satisfyingBodies } from '../../../../server/match/compatibility.ts'
import { neededMask } from '../../../../server/match/lane-index/body-masks.ts'
import type { LaneQuestion } from '../../../../server/match/lane-index/evidence-on-lane.ts'
import type { LaneIndex } from '../../../../server/match/lane-index/lane-index.ts'
import type { TopByEvidence } from '../../../../server/match/lane-index/lane-queries.ts'
import { needsOf } from '../../../../server/match/needs.ts'
import { evidenceOf } from '../../../../server/match/score.ts'
import { context } from '../cast.ts'
import { naiveFacts } from './naive-facts.ts'
import { laneRow, type Portal, type Row } from './portal-history.ts'

export type Change =
  | { change: 'add'; row: Row }
  | { change: 'remove'; at: number }
  | { change: 'move'; at: number; row: Row }
  | { change: 'declare'; companyId: number; directions: Portal['directions'] }
  | { change: 'bodies'; companyId: number; bodies: BodyCode[] }
  | { change: 'rebuild' }

/** Changes the portal's rows and tells the index of them as the store does: by the new state of what was touched. */
export function apply(one: Change, held: Portal, index: LaneIndex): LaneIndex {
  const tell = (...touched: (Row | undefined)[]) => {
    for (const key of touched) if (key) index.put(laneRow(key, held.rows))
  }
  if (one.change === 'rebuild') return index.rebuilt()
  if (one.change === 'add') {
    held.rows.push(one.row)
    tell(one.row)
  } else if (one.change === 'remove' && held.rows.length > 0) {
    tell(...held.rows.splice(one.at % held.rows.length, 1))
  } else if (one.change === 'move' && held.rows.length > 0) {
    const [old] = held.rows.splice(one.at % held.rows.length, 1, one.row)
    tell(old, one.row)
  } else if (one.change === 'declare') {
    const { companyId } = one
    const own = one.directions.map((each) => ({ ...each, companyId }))
    held.directions = [...held.directions.filter((each) => each.companyId !== companyId), ...own]
    index.putDirections(companyId, own)
  } else if (one.change === 'bodies') {
    held.bodies.set(one.companyId, one.bodies)
    index.putBodies(one.companyId, one.bodies)
  }
  return index
}

/** The first by the index where they are not the first by the matcher's own criteria over a fresh count of all rows. */
export function differences(
  top: TopByEvidence,
  held: Portal,
  { bodies, limit, ...question }: LaneQuestion & { bodies: BodyCode[]; limit: number },
): string[] {
  const satisfying = satisfyingBodies({ bodies, heightM: null, loading: [] })
  const needs = needsOf(context())
  const evidence = new Map(
    [...naiveFacts(held, question).values()]
      .filter(({ companyId }) => fits(held.bodies.get(companyId) ?? [], satisfying))
      .map((facts) => [facts.companyId, evidenceOf(facts, needs)]),
  )
  const expected = [...evidence.values()].filter((one) => one > 0).toSorted((a, b) => b - a)
  const got = top.ask({ ...question, needed: neededMask(satisfying), limit })
  const isClose = (one: number, other: number | undefined) => Math.abs(one - (other ?? NaN)) < 1e-4
  const wrong = got.filter(
    (one, at) => !isClose(one.evidence, expected[at]) || !isClose(one.evidence, evidence.get(one.companyId)),
  )
  const lines = wrong.map((one) => `${one.companyId} has ${evidence.get(one.companyId)}, was given ${one.evidence}`)
  const wanted = Math.min(limit, expected.length)
  return got.length === wanted ? lines : [...lines, `${got.length} were given, there are ${wanted}`]
}

function fits(own: readonly BodyCode[], satisfying: ReadonlySet<BodyCode> | null): boolean {
  if (satisfying === null || own.length === 0 || own.includes('other')) return true
  return own.some((body) => satisfying.has(body))
}
