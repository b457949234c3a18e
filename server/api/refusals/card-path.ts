import type { CardReference } from '../../../contract/card.ts'
import type { PortalRoom } from '../session/portal-room.ts'

/** Path of a card in the portal. */
export function cardPath(room: Pick<PortalRoom, 'map'>, { kind, id }: CardReference): string {
  const process = room.map()?.processes[kind as 'request']
  return process ? `/crm/type/${process.entityTypeId}/details/${id}/` : `/crm/${kind}/details/${id}/`
}
