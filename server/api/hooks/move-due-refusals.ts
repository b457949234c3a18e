import { dayOf } from '../../refusal/working-hours.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import { listOpenRefusals } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import { readAbsences } from '../refusals/absences.ts'
import { decide } from '../refusals/decide.ts'
import { machineOf } from '../refusals/machine-of.ts'
import { workingTime } from '../refusals/rules-of.ts'
import type { PortalRoom } from '../session/portal-room.ts'

/** What nobody has decided in time, or nobody is there to decide, goes higher, and at last it ends. */
export async function moveDueRefusals(context: ApiContext, room: PortalRoom): Promise<void> {
  const at = new Date(context.now()).toISOString()
  const on = dayOf(at, workingTime(context))
  const absences = await readAbsences(room.store)
  const away = new Set(
    absences.filter(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn).map(({ userId }) => userId),
  )
  for (const row of await listOpenRefusals(room.store)) {
    const action = dueAction(row, at) ?? (isSomebodyAway(row, away) ? 'lift' : null)
    if (!action) continue
    const key = `${row.key} ${action} ${row.version}`
    await decide(context, room, { key, refusalKey: row.key, version: row.version, move: { action } })
  }
}

function dueAction(row: RefusalRow, at: string): 'expire' | 'escalate' | null {
  if (row.expiresAt !== null && row.expiresAt <= at) return 'expire'
  return row.state === 'waiting' && row.escalateAt !== null && row.escalateAt <= at ? 'escalate' : null
}

/** Only then may a seat be empty: whether it is the rules say. */
function isSomebodyAway(row: RefusalRow, away: ReadonlySet<number>): boolean {
  return away.size > 0 && machineOf(row).seats.some(({ userIds }) => userIds.some((id) => away.has(id)))
}
