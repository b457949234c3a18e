import type { VatCode } from '../../contract/codes.ts'
import type { DeclineReason, OfferAction, OfferLine } from '../../contract/offers.ts'
import { readAmount } from '../../typed/rate.ts'
import { dayOf } from '../shared/sentences/dates.ts'

/** A decision's form as typed. */
export interface DecisionDraft {
  reason: DeclineReason | undefined
  rate: string
  vat: VatCode | null
  /** YYYY-MM-DD or empty. */
  untilOn: string
  comment: string
}
export type DecisionError = 'reason' | 'rate' | 'vat' | 'until'

const MOST_MINOR = 100_000_000_000
const DAY_MS = 86_400_000

/** A form that already knows the treatment the carrier asks with; a longer life begins with one day more. */
export function firstDraft(action: OfferAction, offer: Pick<OfferLine, 'rate'>, now: Date): DecisionDraft {
  return {
    reason: undefined,
    rate: '',
    vat: offer.rate?.vat ?? null,
    untilOn: action === 'extend' ? dayOf(new Date(now.getTime() + DAY_MS)) : '',
    comment: '',
  }
}

/** What the draft adds to the action, or which fields are wrong. */
export function detailsOf(
  action: OfferAction,
  draft: DecisionDraft,
  offer: Pick<OfferLine, 'rate'>,
  now: Date,
): { details: Record<string, unknown>; errors: [] } | { details: null; errors: DecisionError[] } {
  const errors: DecisionError[] = []
  const asksPrice = action === 'counter' || action === 'answer'
  const minor = asksPrice ? readAmount(draft.rate) : null
  if (action === 'decline' && !draft.reason) errors.push('reason')
  if (asksPrice && (minor === null || minor > MOST_MINOR)) errors.push('rate')
  if (asksPrice && !draft.vat) errors.push('vat')
  const isPast = draft.untilOn !== '' && draft.untilOn < dayOf(now)
  if ((action === 'extend' && !draft.untilOn) || isPast) errors.push('until')
  if (errors.length > 0) return { details: null, errors }
  // «до 27 ноября» means the whole of that day by the logist's own clock.
  const validUntilAt = draft.untilOn ? new Date(`${draft.untilOn}T23:59:59`).toISOString() : null
  return {
    errors: [],
    details: {
      comment: draft.comment.trim() || null,
      ...(action === 'decline' && { reason: draft.reason }),
      ...(asksPrice && { rate: { minor, currency: offer.rate?.currency ?? 'RUB' }, vat: draft.vat }),
      ...((action === 'extend' || action === 'answer') && { validUntilAt }),
    },
  }
}
