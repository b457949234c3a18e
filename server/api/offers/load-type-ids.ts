import type { PortalRoom } from '../session/portal-room.ts'

/** How this portal numbers its processes, for links to their cards. */
export function loadTypeIdsOf(room: Pick<PortalRoom, 'map'>): { request: number; order: number } {
  const processes = room.map()?.processes
  return { request: processes?.request.entityTypeId ?? 0, order: processes?.order.entityTypeId ?? 0 }
}
