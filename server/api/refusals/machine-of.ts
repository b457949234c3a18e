import { isOpen, type Refusal } from '../../refusal/refusal.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'

/** The row as the pure rules take it. */
export function machineOf(row: RefusalRow): Refusal {
  return {
    state: row.state,
    version: row.version,
    askerId: row.askerId,
    mode: row.mode,
    seats: JSON.parse(row.seats) as Refusal['seats'],
    approvals: JSON.parse(row.approvals) as Refusal['approvals'],
    escalated: row.escalated === 1,
    escalateAt: row.escalateAt,
    expiresAt: row.expiresAt,
  }
}

/** What a step has made of it, as columns. */
export function columnsOf(refusal: Refusal, at: string) {
  return {
    state: refusal.state,
    version: refusal.version,
    mode: refusal.mode,
    seats: JSON.stringify(refusal.seats),
    approvals: JSON.stringify(refusal.approvals),
    escalated: refusal.escalated ? 1 : 0,
    escalateAt: refusal.escalateAt,
    expiresAt: refusal.expiresAt,
    decidedAt: isOpen(refusal.state) ? null : at,
  }
}
