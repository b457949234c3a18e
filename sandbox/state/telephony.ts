import type { MakeShelf } from './shelf.ts'

/** A call that an outside exchange has told the portal of. Moments are seconds. */
export interface ExternalCall {
  id: number
  code: string
  userId: number
  phone: string
  /** 1 outgoing, 2 incoming, 3 incoming with redirection, 4 callback, 5 information. */
  type: number
  started: number
  entityType: string
  entityId: number
  createdLead: number | null
  line: string
  externalId: string
  isShown: boolean
  finished: { at: number; duration: number; status: string; reason: string; activityId: number } | null
}

/** A line of an outside exchange. */
export interface ExternalLine {
  id: number
  number: string
  name: string
  /** Whether a stranger who calls it becomes a lead. */
  makesLeads: boolean
}

export type TelephonyState = ReturnType<typeof createTelephonyState>

export const createTelephonyState = (shelf: MakeShelf) => ({
  calls: shelf<ExternalCall>('externalCall', (call) => [call.code, `ext/${call.externalId}`]),
  lines: shelf<ExternalLine>('externalLine', (line) => [line.number]),
})
