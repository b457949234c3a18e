import type { Room } from '../room.ts'

/** Everybody who looks at a load may see another order now. `asOf` in UTC ISO. */
export function announceRules({ live }: Pick<Room, 'live'>, asOf: string): void {
  for (const { kind, id } of live.watched()) live.publish(kind, id, { kind: 'changed', asOf })
}
