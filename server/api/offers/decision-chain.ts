import type { Language } from '../../../contract/codes.ts'
import type { OfferDecisionInput, OfferState } from '../../../contract/offers.ts'
import { STAGE_OF_STATE, STATE_AFTER } from '../../offers/offer-state.ts'
import type { CommentCardPayload } from '../../outbox/commands/comment-card.ts'
import type { NotifyPayload } from '../../outbox/commands/notify-manager.ts'
import type { UpdateItemPayload } from '../../outbox/commands/update-item.ts'
import { plain } from '../../outbox/commands/words.ts'
import type { OfferDecisionRow } from '../../store/offer-decisions.ts'
import type { NewStep } from '../../store/outbox.ts'
import type { LoadRow, OfferRow } from '../../store/schema.ts'
import { AWARD_NOTICES } from './decision-words.ts'

/** Everything a decision rests on. */
export interface DecisionGround {
  input: OfferDecisionInput
  offer: OfferRow
  companyName: string
  load: LoadRow | null
  /** Path of the load's card in the portal. */
  loadPath: string
  byUserId: number
  /** What each of those who are told reads. */
  languageOf: (userId: number) => Language
  /** Of the portal's list, for a new price. */
  paymentForm: string | null
  /** An award ends these: still alive, of the same load. */
  others: readonly { offer: OfferRow; companyName: string }[]
  /** UTC ISO. */
  at: string
}

/** What a decision sends, and the decisions it is remembered by; `step` of each is its place in the chain. */
export interface DecisionChain {
  steps: NewStep[]
  decisions: Omit<OfferDecisionRow, 'chainKey'>[]
}

type Values = UpdateItemPayload['values']

/** From where the portal may move an offer; one that lapsed by itself still stands in its old stage. */
const MOVED_FROM: Partial<Record<OfferDecisionInput['action'], OfferState[]>> = {
  accept: ['active', 'bargain', 'expired'],
  decline: ['active', 'bargain', 'accepted', 'expired'],
  withdraw: ['active', 'bargain', 'accepted', 'expired', 'awarded'],
  counter: ['active', 'bargain'],
  answer: ['active', 'bargain', 'expired'],
  award: ['active', 'bargain', 'accepted', 'expired'],
  extend: ['expired'],
  reopen: ['declined', 'withdrawn', 'expired'],
}

/** Which stages the portal really has is its own affair: `stages` are those this one knows. */
export function decisionChain(ground: DecisionGround, stages: readonly string[], words: string): DecisionChain {
  const { input, offer, load } = ground
  const steps: NewStep[] = [
    {
      command: 'update-item',
      subject: `offer ${offer.id}`,
      payload: updateOf(offer, valuesOf(ground), stageMove(input.action, offer, stages)),
      dependsOn: [],
    },
  ]
  const decisions = [{ ...rowOf(ground, offer.id, input.action), step: 0, ...pricesOf(input) }]
  if (load) steps.push(commentOn(load, words))
  if (input.action === 'award' && load) {
    steps.push(...noticesOf(ground, load))
    for (const other of ground.others) {
      const reason = { reason: 'competitor', comment: null }
      decisions.push({ ...rowOf(ground, other.offer.id, 'decline'), ...reason, step: steps.length })
      steps.push({
        command: 'update-item',
        subject: `offer ${other.offer.id}`,
        payload: updateOf(other.offer, { DECLINE_REASON: 'competitor' }, stageMove('decline', other.offer, stages)),
        dependsOn: [0],
      })
    }
  }
  return { steps, decisions }
}

/** The new values, with what our copy believes stands there: somebody else's change is never overwritten. */
function updateOf(offer: OfferRow, values: Values, stage: UpdateItemPayload['stage']): UpdateItemPayload {
  const rate = offer.rateMinor === null ? null : { minor: offer.rateMinor, currency: offer.rateCurrency ?? 'RUB' }
  const known: Values = { RATE: rate, ROUND: offer.round, VALID_UNTIL_AT: offer.validUntilAt }
  const before = Object.fromEntries(Object.entries(known).filter(([code]) => code in values))
  return { card: { kind: 'offer', id: offer.id }, values, before: Object.keys(before).length ? [before] : [], stage }
}

function stageMove(
  action: OfferDecisionInput['action'],
  offer: OfferRow,
  stages: readonly string[],
): UpdateItemPayload['stage'] {
  // A longer life wakes an offer that the portal itself had put away.
  const after = action === 'extend' ? (offer.stage === STAGE_OF_STATE.expired ? 'active' : null) : STATE_AFTER[action]
  if (!after) return null
  const from = MOVED_FROM[action]!.map((state) => STAGE_OF_STATE[state])
  // It may stand in a stage of the portal's own, which has no code of ours to be held to.
  return {
    to: STAGE_OF_STATE[after],
    from: stages.includes(offer.stage) ? from.filter((one) => stages.includes(one)) : null,
  }
}

function valuesOf({ input, offer, paymentForm }: DecisionGround): Values {
  switch (input.action) {
    case 'decline':
      return { DECLINE_REASON: input.reason }
    case 'counter':
      return { ROUND: (offer.round ?? 0) + 1 }
    case 'answer':
      return {
        RATE: input.rate,
        ...(paymentForm !== null && { PAYMENT_FORM: paymentForm }),
        ...(input.validUntilAt !== null && { VALID_UNTIL_AT: input.validUntilAt }),
      }
    case 'extend':
      return { VALID_UNTIL_AT: input.validUntilAt }
    default:
      return {}
  }
}

type Prices = Pick<OfferDecisionRow, 'rateMinor' | 'rateCurrency' | 'vat' | 'validUntilAt'>
const NO_PRICES: Prices = { rateMinor: null, rateCurrency: null, vat: null, validUntilAt: null }

function pricesOf(input: OfferDecisionInput): Prices {
  if (input.action === 'extend') return { ...NO_PRICES, validUntilAt: input.validUntilAt }
  if (input.action !== 'counter' && input.action !== 'answer') return NO_PRICES
  const { minor, currency } = input.rate
  const validUntilAt = input.action === 'answer' ? input.validUntilAt : null
  return { rateMinor: minor, rateCurrency: currency, vat: input.vat, validUntilAt }
}

function rowOf({ input, byUserId, at }: DecisionGround, offerId: number, action: OfferDecisionInput['action']) {
  const reason = input.action === 'decline' ? input.reason : null
  return { offerId, action, byUserId, at, reason: reason as string | null, comment: input.comment, ...NO_PRICES }
}

function commentOn(load: LoadRow, text: string): NewStep {
  const payload: CommentCardPayload = { card: { kind: load.kind, id: load.id }, text, part: '' }
  return { command: 'comment-card', subject: `${load.kind} ${load.id} timeline`, payload, dependsOn: [0] }
}

/** The manager hears who goes; those who captured the other offers hear that the load is gone. Each person once. */
function noticesOf(ground: DecisionGround, load: LoadRow): NewStep[] {
  const { offer, others, byUserId, companyName, loadPath, languageOf } = ground
  const link = `[url=${loadPath}]${plain(load.title)}[/url]`
  const tell = (toUserId: number, what: 'gone' | 'executor', carrier: string) => {
    const words = AWARD_NOTICES[languageOf(toUserId)]
    told.set(toUserId, words[what](words.card(load.kind, link), plain(carrier)))
  }
  const tag = `REIS|AWARD|${load.kind}|${load.id}|${offer.id}`
  const told = new Map<number, string>()
  for (const { offer: other, companyName: name } of others)
    if (other.authorId !== null && other.authorId !== byUserId && !told.has(other.authorId))
      tell(other.authorId, 'gone', name)
  const manager = load.managerId ?? load.assignedById
  if (manager !== null && manager !== byUserId) tell(manager, 'executor', companyName)
  return [...told].map(([toUserId, message]) => {
    const payload: NotifyPayload = { toUserId, message, tag }
    return { command: 'notify-manager', subject: `user ${toUserId} bell`, payload, dependsOn: [0] }
  })
}
