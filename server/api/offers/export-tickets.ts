import { randomBytes } from 'node:crypto'
import type { Language } from '../../../contract/codes.ts'
import type { OfferFilter } from '../../../contract/offers.ts'

/** What somebody with the right to it asked to take out. */
export interface ExportAsked {
  memberId: string
  userId: number
  language: Language
  format: 'csv' | 'xlsx'
  filter: OfferFilter
}

export interface ExportTickets {
  issue(asked: ExportAsked): string
  /** Once, and within a minute; null otherwise. */
  redeem(ticket: string): ExportAsked | null
}

const GOOD_FOR_MS = 60_000
const MOST_OPEN = 1_000

/** Tickets live in memory only. `now` in milliseconds. */
export function createExportTickets(now: () => number): ExportTickets {
  const open = new Map<string, { asked: ExportAsked; untilMs: number }>()
  const drop = () => {
    for (const [ticket, { untilMs }] of open) if (untilMs < now() || open.size > MOST_OPEN) open.delete(ticket)
  }
  return {
    issue(asked) {
      drop()
      const ticket = randomBytes(32).toString('base64url')
      open.set(ticket, { asked, untilMs: now() + GOOD_FOR_MS })
      return ticket
    },
    redeem(ticket) {
      drop()
      const found = open.get(ticket)
      open.delete(ticket)
      return found?.asked ?? null
    },
  }
}
