import type { RefusalSettings } from '../../../contract/refusal-settings.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'

const DAY_MS = 86_400_000

/** The day (YYYY-MM-DD) on which a client who was refused is asked about his next load. */
export function contactDay(
  { nextContactOn }: Pick<RefusalRow, 'nextContactOn'>,
  at: string,
  { pauseDays }: Pick<RefusalSettings, 'pauseDays'>,
): string {
  return nextContactOn ?? new Date(Date.parse(at) + pauseDays * DAY_MS).toISOString().slice(0, 10)
}
