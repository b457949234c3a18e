import type { Attempt, CarrierRow } from '../../contract/carriers.ts'
import type { Write } from '../../contract/write.ts'

type Offer = CarrierRow['offers'][number]

/** The row with an attempt on top; an attempt already there (ours, echoed back) is replaced, not doubled. */
export function withAttempt(row: CarrierRow, attempt: Attempt): CarrierRow {
  const others = row.attempts.filter((known) => known.key !== attempt.key)
  const attempts = [...others, attempt].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  return { ...row, attempts }
}

/** The row without an attempt whose recording failed. */
export function withoutAttempt(row: CarrierRow, key: string): CarrierRow {
  return { ...row, attempts: row.attempts.filter((attempt) => attempt.key !== key) }
}

/** The row with an offer just made on top; the same key replaces. */
export function withOffer(row: CarrierRow, offer: Offer): CarrierRow {
  return { ...row, offers: [offer, ...row.offers.filter((known) => !offer.key || known.key !== offer.key)] }
}

/** The row with the newest state of a write; the same row object when the write is none of its offers. */
export function withWrite(row: CarrierRow, write: Write): CarrierRow {
  if (!row.offers.some((offer) => offer.key === write.key)) return row
  const id = write.steps.find((step) => step.portalId != null)?.portalId ?? null
  return {
    ...row,
    offers: row.offers.map((offer) => (offer.key === write.key ? { ...offer, id: offer.id ?? id, write } : offer)),
  }
}
