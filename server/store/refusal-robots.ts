import type { Transaction } from 'kysely'
import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

/** A robot waits for this refusal. The same robot again is the same wait. */
export async function addWaitingRobot(
  store: PortalStore | Transaction<PortalDatabase>,
  row: PortalDatabase['refusalRobot'],
): Promise<void> {
  await store
    .insertInto('refusalRobot')
    .values(row)
    .onConflict((conflict) => conflict.column('eventToken').doNothing())
    .execute()
}

/** Tokens of the robots that wait for it. */
export async function listWaitingRobots(store: PortalStore, refusalKey: string): Promise<string[]> {
  const rows = await store
    .selectFrom('refusalRobot')
    .select('eventToken')
    .where('refusalKey', '=', refusalKey)
    .orderBy('at')
    .execute()
  return rows.map(({ eventToken }) => eventToken)
}
