import type { Refusal } from '../../refusal/refusal.ts'
import type { NewStep } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { Told } from './words.ts'

/** The approval in the card's own timeline, with its buttons; leads and loads alike. */
export function approvalActivity(
  _row: RefusalRow,
  _told: Told,
  _speakers: readonly number[],
  _refusal: Refusal,
): NewStep[] {
  return []
}
