import type { CaptureWarning } from '../../../contract/capture.ts'
import type { SecurityRule } from '../../../contract/match-rules.ts'
import type { CarrierBaseRow } from '../../store/schema.ts'

const DAY_MS = 86_400_000

/** What the carrier base says against him, worst first. `now` is UTC ISO. */
export function companyWarnings(entry: CarrierBaseRow, security: SecurityRule, now: string): CaptureWarning[] {
  const today = now.slice(0, 10)
  const found: CaptureWarning[] = []
  if (entry.state === 'stop' || entry.doNotUse === 1) found.push({ code: 'stop_list', reason: entry.doNotUseReason })
  if (entry.security === 'failed') found.push({ code: 'security_failed', on: entry.securityOn })
  if (entry.state === 'paused' && (entry.pausedUntilOn === null || entry.pausedUntilOn >= today))
    found.push({ code: 'paused', until: entry.pausedUntilOn })
  if (entry.optedOutOn !== null) found.push({ code: 'opted_out', on: entry.optedOutOn })
  if (entry.security === 'unknown') found.push({ code: 'security_unknown' })
  if (entry.security === 'passed' && entry.securityOn !== null) {
    const days = Math.floor((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${entry.securityOn}T00:00:00Z`)) / DAY_MS)
    if (security.validDays !== null && days > security.validDays) found.push({ code: 'security_old', days })
  }
  return found
}
