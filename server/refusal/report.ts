import type { RefusalReportLine } from '../../contract/refusal-report.ts'
import type { RefusalState } from '../../contract/refusals.ts'
import type { RefusalPolicy, RefusalReason } from '../../contract/refusal-reasons.ts'

/** What the report counts of one refusal. */
export interface ReportFact {
  state: RefusalState
  policy: RefusalPolicy
  reason: RefusalReason
  clientId: number | null
  managerId: number | null
  lane: string | null
  /** In roubles; null where it is not known or in other money. */
  sumMinor: number | null
  bestShare: number | null
  askedAt: string
  decidedAt: string | null
  /** What became of the card: S won, F lost, P in work. */
  cardSemantics: 'P' | 'S' | 'F' | null
}

const LOST: readonly RefusalState[] = ['approved', 'recorded']
const BACK_TO_WORK: readonly RefusalState[] = ['returned', 'handed_over']
const HOUR_MS = 3_600_000

/**
 * One line over these facts. `closeShare`: up to how much over the client's price the best offer could still have been
 * a sale. A client's later refusal for the same reason by the same manager is a repeat of the first.
 */
export function reportLine(
  id: string,
  name: string,
  facts: readonly ReportFact[],
  closeShare: number,
): RefusalReportLine {
  const lost = facts.filter(({ state }) => LOST.includes(state))
  const back = facts.filter(({ state }) => BACK_TO_WORK.includes(state))
  const near = lost.filter(({ bestShare }) => bestShare !== null && bestShare <= 1 + closeShare)
  const sum = (of: readonly ReportFact[]) => of.reduce((total, { sumMinor }) => total + (sumMinor ?? 0), 0)
  return {
    id,
    name,
    asked: facts.length,
    lost: lost.length,
    lostMinor: sum(lost),
    recorded: facts.filter(({ state }) => state === 'recorded').length,
    repeats: repeatsOf(lost),
    returned: back.length,
    returnedWon: back.filter(({ cardSemantics }) => cardSemantics === 'S').length,
    couldHaveBeen: near.length,
    couldHaveBeenMinor: sum(near),
    medianHours: medianHours(facts),
  }
}

/** Lines by what `keyOf` names, the largest sum first; facts without a key are left out. */
export function reportLines(
  facts: readonly ReportFact[],
  keyOf: (fact: ReportFact) => string | null,
  nameOf: (key: string) => string,
  closeShare: number,
): RefusalReportLine[] {
  const byKey = new Map<string, ReportFact[]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    if (key === null) continue
    const own = byKey.get(key)
    if (own) own.push(fact)
    else byKey.set(key, [fact])
  }
  return [...byKey]
    .map(([key, own]) => reportLine(key, nameOf(key), own, closeShare))
    .toSorted((a, b) => b.lostMinor - a.lostMinor || b.asked - a.asked || a.name.localeCompare(b.name, 'ru'))
}

function repeatsOf(lost: readonly ReportFact[]): number {
  const seen = new Set<string>()
  let repeats = 0
  for (const { clientId, managerId, reason } of lost) {
    if (clientId === null) continue
    const key = `${clientId} ${managerId} ${reason}`
    if (seen.has(key)) repeats += 1
    seen.add(key)
  }
  return repeats
}

/** Of what somebody had to decide and did. */
function medianHours(facts: readonly ReportFact[]): number | null {
  const hours = facts
    .filter(({ policy, decidedAt }) => decidedAt !== null && (policy === 'approve' || policy === 'escalate'))
    .map(({ askedAt, decidedAt }) => (Date.parse(decidedAt!) - Date.parse(askedAt)) / HOUR_MS)
    .toSorted((a, b) => a - b)
  if (hours.length === 0) return null
  const middle = hours.length >> 1
  return hours.length % 2 === 1 ? hours[middle]! : (hours[middle - 1]! + hours[middle]!) / 2
}
