import type { WriteReason } from '../../contract/write.ts'
import type { PortalStore } from './database.ts'
import { WITHOUT_PAPERS } from './write-steps.ts'

/** A press of which something was refused or given up, and that nobody has let go yet. */
export interface DeadLetterRow {
  key: string
  kind: string
  userId: number
  acceptedAt: string
  endedAt: string | null
  loadKind: string | null
  loadId: number | null
  companyId: number | null
  steps: { command: string; state: 'done' | 'refused' | 'failed' | 'pending' | 'sending'; reason: WriteReason | null }[]
}

const ENDED = ['refused', 'failed'] as const

/** Newest first, at most `most`. */
export async function listDeadLetters(store: PortalStore, most: number): Promise<DeadLetterRow[]> {
  const chains = await deadChains(store)
    .selectAll('writeChain')
    .select((read) => read.fn.max('writeStep.doneAt').as('endedAt'))
    .groupBy('writeChain.key')
    .orderBy('endedAt', 'desc')
    .limit(most)
    .execute()
  const steps = await store
    .selectFrom('writeStep')
    .select(['chainKey', 'command', 'state', 'reason'])
    .where('chainKey', 'in', [...chains.map((chain) => chain.key), ''])
    .orderBy('position')
    .execute()
  return chains.map(({ key, kind, userId, acceptedAt, endedAt, loadKind, loadId, companyId }) => ({
    key,
    kind,
    userId,
    acceptedAt,
    endedAt,
    loadKind,
    loadId,
    companyId,
    steps: steps
      .filter((step) => step.chainKey === key)
      .map(({ command, state, reason }) => ({ command, state, reason: reason as WriteReason | null })),
  }))
}

export async function countDeadLetters(store: PortalStore): Promise<number> {
  const row = await deadChains(store)
    .select((read) => read.fn.count<number>('writeChain.key').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function deadChains(store: PortalStore) {
  return store
    .selectFrom('writeStep')
    .innerJoin('writeChain', 'writeChain.key', 'writeStep.chainKey')
    .where('writeStep.state', 'in', ENDED)
    .where('writeChain.droppedAt', 'is', null)
}

/**
 * Everything of the press that was refused or given up goes once more. What had left for the portal is proved first:
 * nobody may know how it ended. False when there is nothing of the kind.
 */
export async function sendAgain(store: PortalStore, key: string): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const chain = await transaction
      .selectFrom('writeChain')
      .select('key')
      .where('key', '=', key)
      .where('droppedAt', 'is', null)
      .executeTakeFirst()
    if (!chain) return false
    const ended = transaction.updateTable('writeStep').where('chainKey', '=', key).where('state', 'in', ENDED)
    const fresh = { reason: null, attempts: 0, notBeforeAt: null, doneAt: null }
    const sent = await ended
      .where('sentAt', 'is not', null)
      .set({ ...fresh, state: 'sending' })
      .executeTakeFirst()
    const unsent = await ended
      .where('sentAt', 'is', null)
      .set({ ...fresh, state: 'pending' })
      .executeTakeFirst()
    return Number(sent.numUpdatedRows) + Number(unsent.numUpdatedRows) > 0
  })
}

/** Somebody has seen it and lets it go, with the papers that are in it. False when there is nothing of the kind. */
export async function dropLetter(store: PortalStore, key: string, userId: number, at: string): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const isDropped = await markDropped(transaction, key, userId, at)
    // It never goes again: what it would have told of people is not kept for nothing.
    if (isDropped)
      await transaction
        .updateTable('writeStep')
        .set({ payload: WITHOUT_PAPERS })
        .where('chainKey', '=', key)
        .where('state', 'in', ENDED)
        .execute()
    return isDropped
  })
}

async function markDropped(store: PortalStore, key: string, userId: number, at: string): Promise<boolean> {
  const result = await store
    .updateTable('writeChain')
    .set({ droppedAt: at, droppedByUserId: userId })
    .where('key', '=', key)
    .where('droppedAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('writeStep')
          .select('writeStep.id')
          .whereRef('writeStep.chainKey', '=', 'writeChain.key')
          .where('writeStep.state', 'in', ENDED),
      ),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}
