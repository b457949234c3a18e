import { readText } from './portal-values.ts'

export interface TypedDirection {
  text: string
  from: string
  to: string
  bothWays: boolean
}

const BOTH_WAYS = /\s*(?:↔|⇄|⇆|<=>|<->|<–>|<—>)\s*/u
// A hyphen inside a name («Ростов-на-Дону») has no spaces round it.
const ONE_WAY = /\s*(?:→|⟶|=>|->|>)\s*|\s+[-–—]+\s+|\s*[—–]\s*/u

/** A lane a carrier says he runs: «Москва — Казань», both ways «Москва ↔ Казань». Null unless it names two ends. */
export function readDirection(line: string): TypedDirection | null {
  const text = readText(line, 300)
  if (!text) return null
  const bothWays = BOTH_WAYS.test(text)
  const [from, to, ...rest] = text.split(bothWays ? BOTH_WAYS : ONE_WAY).map((part) => part.trim())
  if (!from || !to || rest.length) return null
  return { text, from, to, bothWays }
}
