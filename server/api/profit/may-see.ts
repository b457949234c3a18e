import type { Role } from '../../../contract/codes.ts'
import type { PortalStore } from '../../store/database.ts'
import type { LoadRow } from '../../store/schema.ts'
import { ledPeople } from '../session/led-people.ts'

/** Whose orders somebody may see the profit of: everybody's, or those of the people he leads. */
export type ProfitSight = { all: true } | { all: false; userIds: ReadonlySet<number> }

/**
 * Directors and administrators see all; a head sees what his own departments' people manage or carry; everybody else
 * sees nothing (null).
 */
export async function profitSight(
  store: PortalStore,
  { userId, roles }: { userId: number; roles: readonly Role[] },
): Promise<ProfitSight | null> {
  if (roles.includes('director') || roles.includes('admin')) return { all: true }
  return roles.includes('head') ? { all: false, userIds: await ledPeople(store, userId) } : null
}

export function sees(sight: ProfitSight, order: Pick<LoadRow, 'managerId' | 'logistId' | 'assignedById'>): boolean {
  if (sight.all) return true
  return [order.managerId, order.logistId, order.assignedById].some((id) => id !== null && sight.userIds.has(id))
}
