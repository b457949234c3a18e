/** A trace a press must leave in the portal, exactly once. */
export interface Trace {
  /** What of the portal it is written to; traces with one subject come in the order of their presses. */
  subject: string
  /** Unique within the subject. */
  mark: string
  /** Which step of the press writes it. */
  step: number
}

/** One thing a person did, and the server said it is accepted. Times are of one clock, milliseconds. */
export interface AcceptedPress {
  key: string
  kind: string
  /** When it was first sent, and when its acceptance was heard of: it was accepted in between. */
  sentAt: number
  heardAt: number
  /** An administrator had to send it again. */
  isAgain?: boolean
  traces: Trace[]
}
