import { expect, test } from 'vitest'
import { weightAt } from '../../../../server/match/decay.ts'
import { buildLaneIndex } from '../../../../server/match/lane-index/build-lane-index.ts'
import { KEEPING } from '../../../../server/match/lane-index/crowded-lanes.ts'
import { TopByEvidence } from '../../../../server/match/lane-index/lane-queries.ts'
import type { LaneRow } from '../../../../server/match/lane-index/lane-row.ts'
import { NOW } from '../cast.ts'
import { geography } from './portal-history.ts'

/** More than two bytes can number. */
const COMPANIES = 66_000
const LANE = { fromPlaceId: 524901, toPlaceId: 551487 }

/** So many trips on the one lane there is, all of them today. */
function row(companyId: number, trips: number): LaneRow {
  const nothing = { offers: 0, offerSum: 0, lastOfferAt: null }
  return { ...LANE, companyId, trips, tripSum: trips * weightAt(NOW), lastTripAt: NOW, ...nothing }
}

test.each([
  ['added up', { ...KEEPING, cells: Infinity }],
  ['kept summed up', KEEPING],
])('of more companies on one lane than there are in any portal each has what it did: %s', (_, keeping) => {
  const index = buildLaneIndex({
    lanes: Array.from({ length: COMPANIES }, (__, at) => row(at + 1, at === COMPANIES - 1 ? 9 : 1)),
    directions: [],
    bodies: [],
    geography,
  })
  index.put(row(3, 5))
  const top = new TopByEvidence(index, keeping)
  const found = top.ask({ ...LANE, nowMs: Date.parse(NOW), needed: 0, limit: 3 })
  expect(found.map(({ companyId }) => companyId)).toEqual([COMPANIES, 3, 1])
})
