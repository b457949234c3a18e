import type { Generated } from 'kysely'
import type { RefusalAction, RefusalState } from '../../contract/refusals.ts'
import type { RefusalPolicy, RefusalReason } from '../../contract/refusal-reasons.ts'

/** A refusal as it is kept. Seats and approvals are JSON of the pure rules. */
export interface RefusalRow {
  key: string
  cardKind: 'request' | 'order' | 'lead'
  cardId: number
  state: RefusalState
  version: number
  policy: RefusalPolicy
  reason: RefusalReason
  comment: string
  nextContactOn: string | null
  askerId: number
  mode: 'any' | 'all'
  seats: string
  approvals: string
  escalated: number
  escalateAt: string | null
  expiresAt: string | null
  /** Asked in our form, written into the card by hand and noticed, or asked by the portal's robot. */
  source: 'form' | 'card' | 'robot'
  /** Our code of the stage the card stood in. */
  stage: string
  managerId: number | null
  clientId: number | null
  fromPlaceId: number | null
  toPlaceId: number | null
  /** The client's price, or our target where there is none: what is at stake. */
  sumMinor: number | null
  sumCurrency: string | null
  sumVat: string | null
  /** The best offer over the client's price when it was asked, both net. */
  bestShare: number | null
  askedAt: string
  decidedAt: string | null
  /** When the card was seen lost because of it: one refusal closes one card once. */
  usedAt: string | null
}

export interface RefusalTables {
  refusal: RefusalRow
  refusalStep: {
    id: Generated<number>
    refusalKey: string
    /** Of the press that took it: the same press again is the same step. */
    key: string
    at: string
    byUserId: number | null
    insteadOfId: number | null
    action: RefusalAction
    text: string | null
    toUserId: number | null
    untilOn: string | null
    sawId: string | null
  }
  refusalEvidence: { id: string; seen: string }
  stageTimes: { cardKind: string; cardId: number; stages: string; at: string; talks: string | null }
  requestLoss: RequestLossRow
  lostMove: {
    id: Generated<number>
    cardKind: 'request' | 'lead'
    cardId: number
    fromStage: string
    toStage: string
    seenAt: string
    verdict: LostVerdict | null
    byUserId: number | null
    judgedAt: string | null
  }
  refusalRobot: { eventToken: string; refusalKey: string; at: string }
  personLanguage: { userId: number; language: 'ru' | 'en' }
}

/**
 * What became of a move to lost: `allowed` by a refusal, `recorded` because reason and comment stand in the card,
 * `undone` by people before anybody looked, `exempt` by rule, `returned` to its stage, `reported` only, `left` because it was moved back too often already.
 */
export type LostVerdict = 'allowed' | 'recorded' | 'exempt' | 'returned' | 'reported' | 'left' | 'undone'

/** What a request's card says of its loss. */
export interface RequestLossRow {
  requestId: number
  reason: string | null
  comment: string | null
  nextContactOn: string | null
}
