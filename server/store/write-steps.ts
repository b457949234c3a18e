import type { Selectable } from 'kysely'
import type { WriteReason } from '../../contract/write.ts'
import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

export type StepRow = Selectable<PortalDatabase['writeStep']> & {
  userId: number
  companyId: number | null
  acceptedAt: string
}

/** Steps not settled yet, oldest chain first, in their order within a chain. */
export async function listOpenSteps(store: PortalStore): Promise<StepRow[]> {
  return store
    .selectFrom('writeStep')
    .innerJoin('writeChain', 'writeChain.key', 'writeStep.chainKey')
    .selectAll('writeStep')
    .select(['writeChain.userId', 'writeChain.companyId', 'writeChain.acceptedAt'])
    .where('writeStep.state', 'in', ['pending', 'sending'])
    .orderBy('writeStep.id')
    .execute()
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

export async function markDone(store: PortalStore, id: number, at: string, portalId: number | null): Promise<void> {
  await store
    .updateTable('writeStep')
    .set({ state: 'done', reason: null, portalId, doneAt: at, notBeforeAt: null })
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

/** A person signed in again: what waited for his token may go now. */
export async function releaseStepsOf(store: PortalStore, userId: number): Promise<void> {
  await store
    .updateTable('writeStep')
    .set({ notBeforeAt: null })
    .where('state', '=', 'pending')
    .where('reason', '=', 'user_signed_out')
    .where('chainKey', 'in', (chain) => chain.selectFrom('writeChain').select('key').where('userId', '=', userId))
    .execute()
}
