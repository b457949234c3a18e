import type { Role } from '../../../contract/codes.ts'
import type { PortalStore } from '../../store/database.ts'
import type { LoadRow } from '../../store/schema.ts'
import { ledPeople } from '../session/led-people.ts'
import { readProfitSettings } from './read-profit-settings.ts'

/** Whose orders somebody may see the profit of: everybody's, or those of the people he leads. */
export type ProfitSight = { all: true } | { all: false; userIds: ReadonlySet<number> }

/**
 * Directors and administrators see all; a head sees what his own departments' people manage or carry; roles
 * that a director has let in see the orders that are theirs. Everybody else sees nothing (null).
 */
export async function profitSight(
  store: PortalStore,
  { userId, roles }: { userId: number; roles: readonly Role[] },
): Promise<ProfitSight | null> {
  if (roles.includes('director') || roles.includes('admin')) return { all: true }
  if (roles.includes('head')) return { all: false, userIds: await ledPeople(store, userId) }
  const { guests } = await readProfitSettings(store)
  return guests.some((role) => roles.includes(role)) ? { all: false, userIds: new Set([userId]) } : null
}

export function sees(sight: ProfitSight, order: Pick<LoadRow, 'managerId' | 'logistId' | 'assignedById'>): boolean {
  if (sight.all) return true
  return [order.managerId, order.logistId, order.assignedById].some((id) => id !== null && sight.userIds.has(id))
}
