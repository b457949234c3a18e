import type { PortalStore } from '../../store/database.ts'
import type { Viewer } from '../session/bearer.ts'
import { ledPeople } from '../session/led-people.ts'

/** Whose reveals somebody may list: everybody's (null), or those of the people he leads. */
export async function revealSight(
  store: PortalStore,
  { userId, roles }: Pick<Viewer, 'userId' | 'roles'>,
): Promise<number[] | null> {
  if (seesAll(roles)) return null
  return [...(await ledPeople(store, userId))]
}

/** Directors and administrators see all, and decide over the masking. */
export function seesAll(roles: Viewer['roles']): boolean {
  return roles.includes('director') || roles.includes('admin')
}

const MOSCOW_MS = 3 * 3_600_000
const DAY_MS = 86_400_000

/** When today began by Moscow, UTC ISO: «в день» is a working day, not the last 24 hours. */
export function todaySince(nowMs: number): string {
  return new Date(Math.floor((nowMs + MOSCOW_MS) / DAY_MS) * DAY_MS - MOSCOW_MS).toISOString()
}
