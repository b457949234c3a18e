import { sql, type Selectable } from 'kysely'
import type { WriteReason } from '../../contract/write.ts'
import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'
import { PAPERS } from './sealed-papers.ts'

export type StepRow = Selectable<PortalDatabase['writeStep']> & {
  userId: number
  companyId: number | null
  acceptedAt: string
  /** 1: a process of the portal has asked for it and names the person, who may never have opened us. */
  ofProcess: number
}

/**
 * What may move now, in the order of acceptance: not before its time, everything it depends on done, and nothing
 * accepted earlier still open for the same item. Who is signed out holds nobody back, as he may be on holiday, unless
 * the app writes for him (`absentHold`). `inFlight` are steps under way in this process.
 */
export async function listSendableSteps(
  store: PortalStore,
  now: string,
  inFlight: readonly number[],
  most: number,
  absentHold = false,
): Promise<StepRow[]> {
  return store
    .selectFrom('writeStep as step')
    .innerJoin('writeChain', 'writeChain.key', 'step.chainKey')
    .selectAll('step')
    .select(['writeChain.userId', 'writeChain.companyId', 'writeChain.acceptedAt'])
    .select(sql<number>`coalesce(json_extract(writeChain.input, '$.ofProcess'), 0)`.as('ofProcess'))
    .where('step.state', 'in', ['pending', 'sending'])
    .where((is) => is.or([is('step.notBeforeAt', 'is', null), is('step.notBeforeAt', '<=', now)]))
    .$if(inFlight.length > 0, (query) => query.where('step.id', 'not in', inFlight))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('writeStep as earlier')
            .select('earlier.id')
            .whereRef('earlier.subject', '=', 'step.subject')
            .whereRef('earlier.id', '<', 'step.id')
            .where('earlier.state', 'in', ['pending', 'sending'])
            // Nothing compared with an absent reason is true: it has to be named.
            .$if(!absentHold, (query) =>
              query.where((is) =>
                is.or([
                  is('earlier.state', '=', 'sending'),
                  is('earlier.reason', 'is', null),
                  is('earlier.reason', '!=', 'user_signed_out'),
                ]),
              ),
            ),
        ),
      ),
    )
    .where(({ not, exists }) => not(exists(dependencies(['pending', 'sending', 'refused', 'failed']))))
    .orderBy('step.id')
    .limit(most)
    .execute()
}

/** Open steps that depend on something which will never be done. */
export async function listOrphanedSteps(store: PortalStore): Promise<{ id: number; chainKey: string }[]> {
  return store
    .selectFrom('writeStep as step')
    .select(['step.id', 'step.chainKey'])
    .where('step.state', '=', 'pending')
    .where('step.dependsOn', '!=', '[]')
    .where(({ exists }) => exists(dependencies(['refused', 'failed'])))
    .orderBy('step.id')
    .limit(100)
    .execute()
}

/** Steps the row called `step` depends on that are in one of these states. */
function dependencies(states: StepRow['state'][]) {
  return sql`(SELECT 1 FROM json_each(step.dependsOn) AS need
    JOIN writeStep AS before ON before.chainKey = step.chainKey AND before.position = need.value
    WHERE before.state IN (${sql.join(states)}))`
}

/** How many writes are not settled, and when the oldest of them was accepted (UTC ISO; null where there is none). */
export async function readQueueDepth(store: PortalStore): Promise<{ length: number; oldestAt: string | null }> {
  const row = await store
    .selectFrom('writeStep')
    .innerJoin('writeChain', 'writeChain.key', 'writeStep.chainKey')
    .select((read) => [read.fn.countAll<number>().as('length'), read.fn.min('writeChain.acceptedAt').as('oldestAt')])
    .where('writeStep.state', 'in', ['pending', 'sending'])
    .executeTakeFirstOrThrow()
  return { length: Number(row.length), oldestAt: row.oldestAt }
}

/** What the steps of a chain came to, by position. */
export async function readStepEnds(
  store: PortalStore,
  chainKey: string,
): Promise<Map<number, { state: StepRow['state']; portalId: number | null }>> {
  const rows = await store
    .selectFrom('writeStep')
    .select(['position', 'state', 'portalId'])
    .where('chainKey', '=', chainKey)
    .execute()
  return new Map(rows.map((row) => [row.position, { state: row.state, portalId: row.portalId }]))
}

/**
 * Marked before the call leaves. From `lookBackAt` on, nobody having settled it, the answer counts as lost: so a
 * killed process and a silent portal are the same case.
 */
export async function markSending(store: PortalStore, id: number, at: string, lookBackAt: string): Promise<void> {
  await store
    .updateTable('writeStep')
    .set((field) => ({
      state: 'sending',
      reason: null,
      sentAt: at,
      notBeforeAt: lookBackAt,
      attempts: field('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** The payload without papers and numbers of people. */
export const WITHOUT_PAPERS = sql<string>`json_replace(payload, ${sql.raw(PAPERS.map((name) => `'$.${name}', NULL`).join(', '))})`

export async function markDone(store: PortalStore, id: number, at: string, portalId: number | null): Promise<void> {
  await store
    .updateTable('writeStep')
    .set({
      state: 'done',
      reason: null,
      portalId,
      doneAt: at,
      notBeforeAt: null,
      // What stands in the portal now is not needed here any more, and is nobody's here: papers and numbers of people.
      payload: WITHOUT_PAPERS,
    })
    .where('id', '=', id)
    .execute()
}

/** Settled without success: `refused` is the portal's no, `failed` means that we gave up. */
export async function markEnded(
  store: PortalStore,
  id: number,
  at: string,
  state: 'refused' | 'failed',
  reason: WriteReason,
): Promise<void> {
  await store
    .updateTable('writeStep')
    .set({ state, reason, doneAt: at, notBeforeAt: null })
    .where('id', '=', id)
    .execute()
}

/** Surely not carried out: to be sent again, not before that moment. */
export async function markPending(
  store: PortalStore,
  id: number,
  notBeforeAt: string,
  reason: WriteReason | null,
): Promise<void> {
  await store.updateTable('writeStep').set({ state: 'pending', reason, notBeforeAt }).where('id', '=', id).execute()
}

/** Perhaps carried out: its proof is to be looked for, not before that moment. */
export async function markLost(store: PortalStore, id: number, lookAt: string, reason: WriteReason): Promise<void> {
  await store
    .updateTable('writeStep')
    .set({ state: 'sending', reason, notBeforeAt: lookAt })
    .where('id', '=', id)
    .execute()
}

/**
 * After a start: whatever an earlier process had under way may have left it at its very end, so nobody looks for
 * proofs before that moment.
 */
export async function holdBackSending(store: PortalStore, until: string): Promise<void> {
  await store
    .updateTable('writeStep')
    .set({ notBeforeAt: until })
    .where('state', '=', 'sending')
    .where('notBeforeAt', '<', until)
    .execute()
}

/**
 * A person signed in again: what waited for his token may go now, and what may have got through before is looked for.
 * Without `userId` whatever waits for anybody's: the app itself is back, which may stand in for them.
 */
export async function releaseStepsOf(store: PortalStore, userId?: number): Promise<void> {
  await store
    .updateTable('writeStep')
    .set({ notBeforeAt: null })
    .where('state', 'in', ['pending', 'sending'])
    .where('reason', '=', 'user_signed_out')
    .$if(userId !== undefined, (query) =>
      query.where('chainKey', 'in', (chain) =>
        chain.selectFrom('writeChain').select('key').where('userId', '=', userId!),
      ),
    )
    .execute()
}
