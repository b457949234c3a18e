/** Both days are in the period, YYYY-MM-DD. */
export interface Period {
  from: string
  to: string
}

export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'own'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

const DAY_MS = 86_400_000

/** The whole day, week (from Monday), month or quarter that holds a day; `own` is left to the person. */
export function periodOf(kind: Exclude<PeriodKind, 'own'>, on: string): Period {
  const at = new Date(`${on}T00:00:00Z`)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
  if (kind === 'day') return { from: on, to: on }
  if (kind === 'week') {
    const monday = shifted(on, -((at.getUTCDay() + 6) % 7))
    return { from: monday, to: shifted(monday, 6) }
  }
  const first = kind === 'month' ? month : month - (month % 3)
  const months = kind === 'month' ? 1 : 3
  return { from: dayText(Date.UTC(year, first, 1)), to: dayText(Date.UTC(year, first + months, 0)) }
}

/** The period before (−1) or after (1); one of a person's own moves by its own length. */
export function neighbour(kind: PeriodKind, { from, to }: Period, direction: -1 | 1): Period {
  if (kind !== 'own') return periodOf(kind, direction === -1 ? shifted(from, -1) : shifted(to, 1))
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
  return { from: shifted(from, direction * days), to: shifted(to, direction * days) }
}

/** Which kind a period is, so that the page opens with the right one chosen. */
export function kindOf(period: Period): PeriodKind {
  const kinds = ['day', 'week', 'month', 'quarter'] as const
  return (
    kinds.find((kind) => {
      const whole = periodOf(kind, period.from)
      return whole.from === period.from && whole.to === period.to
    }) ?? 'own'
  )
}

const shifted = (on: string, days: number) => dayText(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS)
const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10)
