import type { Role } from '../../../contract/codes.ts'
import type { PortalStore } from '../../store/database.ts'
import { sees, type ProfitSight } from '../profit/may-see.ts'
import { ledPeople } from '../session/led-people.ts'

/** Whose clients somebody may see: everybody's, or those of these people. */
export type ClientSight = ProfitSight

/** Directors and administrators see all; everybody else the clients of his own requests and of the people he leads. */
export async function clientSight(
  store: PortalStore,
  { userId, roles }: { userId: number; roles: readonly Role[] },
): Promise<ClientSight> {
  if (roles.includes('director') || roles.includes('admin')) return { all: true }
  return { all: false, userIds: await ledPeople(store, userId) }
}

/** A logist who only looks for trucks sees the load, and not whose it is. */
export const seesClientOf = sees
