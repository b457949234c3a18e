import { z } from 'zod'
import { readMeta, writeMeta } from '../../store/meta.ts'
import type { ApiContext } from '../api-context.ts'
import type { PastLosses } from '../refusals/past-losses.ts'
import type { PortalRoom } from '../session/portal-room.ts'

const DAY_MS = 86_400_000
const LOOKED_BACK_DAYS = 90
const rows = z.array(
  z.object({ id: z.coerce.number().int(), movedBy: z.coerce.number().int(), movedTime: z.coerce.date() }),
)

/**
 * Asks the portal once, when the app has just been set up, who has moved requests into lost lately: what people have done
 * is all that tells whether they may.
 */
export async function learnPastLosses(context: ApiContext, room: PortalRoom): Promise<void> {
  const process = room.map()?.processes.request
  const lost = process?.stages.LOST
  if (!lost || (await readMeta(room.store, 'pastLosses')) !== null) return
  const at = new Date(context.now())
  const client = room.clients.forUser(room.portal, room.portal.installedByUserId, 'import')
  const { result } = await client.call<{ items?: unknown }>('crm.item.list', {
    entityTypeId: process.entityTypeId,
    filter: { stageId: lost, '>=movedTime': new Date(at.getTime() - LOOKED_BACK_DAYS * DAY_MS).toISOString() },
    select: ['id', 'movedBy', 'movedTime'],
    order: { id: 'DESC' },
  })
  const found = rows.safeParse(result.items).data ?? []
  const known: PastLosses = {
    at: at.toISOString(),
    moves: found.map(({ id, movedBy, movedTime }) => ({
      cardId: id,
      byUserId: movedBy,
      seenAt: movedTime.toISOString(),
    })),
  }
  await writeMeta(room.store, 'pastLosses', known)
}
