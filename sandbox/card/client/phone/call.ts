/** One call as the page server describes it, with the names this person may see. */
export interface Call {
  /** Also the telephony methods' CALL_ID. */
  id: string
  number: string
  direction: 'incoming' | 'outgoing' | 'callback'
  line: string
  state: 'idle' | 'connecting' | 'connected'
  isOver: boolean
  /** SIP code of a call that reached nobody. */
  failedCode: string | null
  /** Milliseconds people have been talking when the server was asked; null before they do. */
  talkedMs: number | null
  client: CallItem | null
  hasClient: boolean
  others: CallItem[]
  /** The answer to `getStatus`. */
  status: Record<string, unknown>
  /** PLACEMENT_OPTIONS of a frame opened now. */
  options: Record<string, unknown>
}

export interface CallItem {
  kind: string
  title: string
  href: string
  initials: string
  hue: number
}

/** What the card looks like; failed calls wait for a press, others close by themselves. */
export type CallStage = 'ringing' | 'dialling' | 'talking' | 'over' | 'failed'

export function stageOf(call: Call): CallStage {
  if (call.isOver) return call.failedCode === null ? 'over' : 'failed'
  if (call.state === 'connected') return 'talking'
  return call.direction === 'incoming' ? 'ringing' : 'dialling'
}
