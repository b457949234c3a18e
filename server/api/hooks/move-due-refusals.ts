import { listOpenRefusals } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import { decide } from '../refusals/decide.ts'
import type { PortalRoom } from '../session/portal-room.ts'

/** What nobody has decided in time goes higher, and at last it ends. */
export async function moveDueRefusals(context: ApiContext, room: PortalRoom): Promise<void> {
  const at = new Date(context.now()).toISOString()
  for (const row of await listOpenRefusals(room.store)) {
    const action =
      row.expiresAt !== null && row.expiresAt <= at
        ? 'expire'
        : row.state === 'waiting' && row.escalateAt !== null && row.escalateAt <= at
          ? 'escalate'
          : null
    if (!action) continue
    const key = `${row.key} ${action} ${row.version}`
    await decide(context, room, { key, refusalKey: row.key, version: row.version, move: { action } })
  }
}
