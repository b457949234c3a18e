import { PortalError } from '../../errors.ts'
import { typeIdOfCard } from '../../portal/schema-map.ts'
import type { LostMoveRow } from '../../store/lost-moves.ts'
import type { PortalRoom } from '../session/portal-room.ts'

/** Who put the card where it stands, by the portal's word; null where it names nobody: a robot of its own. */
export async function moverOf(room: PortalRoom, move: LostMoveRow): Promise<number | null> {
  const map = room.map()
  if (!map) return null
  const client = room.clients.forUser(room.portal, room.portal.installedByUserId, 'outbox')
  try {
    const { result } = await client.call<{ item: Record<string, unknown> }>('crm.item.get', {
      entityTypeId: typeIdOfCard(move.cardKind, map),
      id: move.cardId,
    })
    const id = Number(result.item.movedBy ?? result.item.updatedBy)
    return Number.isInteger(id) && id > 0 ? id : null
  } catch (error) {
    if (error instanceof PortalError && !error.retryable) return null
    throw error
  }
}
