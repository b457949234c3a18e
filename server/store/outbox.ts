import type { Selectable, Transaction } from 'kysely'
import type { Write, WriteReason, WriteStep } from '../../contract/write.ts'
import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

export type ChainRow = Selectable<PortalDatabase['writeChain']>

/** A step as the sender of a chain states it; `dependsOn` are positions of steps that must be done first. */
export interface NewStep {
  command: string
  payload: unknown
  dependsOn: number[]
  /**
   * The item of the portal it writes to, such as `carrier 77` or `request 15 timeline`: steps with one subject are
   * delivered in the order they were accepted, whoever pressed.
   */
  subject: string
}

export interface NewChain {
  key: string
  /** What the press was: offer, attempt, … */
  kind: string
  userId: number
  input: unknown
  loadKind: string | null
  loadId: number | null
  companyId: number | null
  acceptedAt: string
  steps: NewStep[]
}

/**
 * Accepts a chain whole, with its local effects, in one transaction. Returns false, and changes nothing, when a
 * chain with this key is there already.
 */
export async function acceptChain(
  store: PortalStore,
  chain: NewChain,
  effects: (transaction: Transaction<PortalDatabase>) => Promise<void> = async () => undefined,
): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const known = await transaction
      .selectFrom('writeChain')
      .select('key')
      .where('key', '=', chain.key)
      .executeTakeFirst()
    if (known) return false
    const { steps, input, ...row } = chain
    await transaction
      .insertInto('writeChain')
      .values({ ...row, input: JSON.stringify(input) })
      .execute()
    for (const [position, step] of steps.entries()) {
      await transaction
        .insertInto('writeStep')
        .values({
          chainKey: chain.key,
          position,
          command: step.command,
          subject: step.subject,
          payload: JSON.stringify(step.payload),
          dependsOn: JSON.stringify(step.dependsOn),
          state: 'pending',
          reason: null,
          notBeforeAt: null,
          sentAt: null,
          portalId: null,
          doneAt: null,
        })
        .execute()
    }
    await effects(transaction)
    return true
  })
}

export async function findChain(store: PortalStore, key: string): Promise<ChainRow | null> {
  const row = await store.selectFrom('writeChain').selectAll().where('key', '=', key).executeTakeFirst()
  return row ?? null
}

/** Chains of one kind accepted for one load, newest first. */
export async function listChainsOfLoad(
  store: PortalStore,
  kind: string,
  loadKind: string,
  loadId: number,
): Promise<ChainRow[]> {
  return store
    .selectFrom('writeChain')
    .selectAll()
    .where('kind', '=', kind)
    .where('loadKind', '=', loadKind)
    .where('loadId', '=', loadId)
    .orderBy('acceptedAt', 'desc')
    .execute()
}

/** A chain as the widget sees it: its state is the state of what a person waits for. */
export async function readWrite(store: PortalStore, chain: ChainRow): Promise<Write> {
  const rows = await store
    .selectFrom('writeStep')
    .select(['command', 'state', 'reason', 'portalId'])
    .where('chainKey', '=', chain.key)
    .orderBy('position')
    .execute()
  const steps = rows.map((row): WriteStep => ({ ...row, reason: row.reason as WriteReason | null }))
  return { key: chain.key, state: chainState(steps), steps, byUserId: chain.userId, acceptedAt: chain.acceptedAt }
}

/**
 * Nothing sent yet: pending; something still on its way: sending; all done: done. With everything settled, the worst
 * end tells: a refusal is the portal's no, a failure means that we gave up.
 */
export function chainState(steps: readonly Pick<WriteStep, 'state'>[]): Write['state'] {
  const has = (state: Write['state']) => steps.some((step) => step.state === state)
  const all = (state: Write['state']) => steps.every((step) => step.state === state)
  if (all('done')) return 'done'
  if (all('pending')) return 'pending'
  if (has('pending') || has('sending')) return 'sending'
  return has('refused') ? 'refused' : 'failed'
}

/** Payloads of the newest steps of one kind about one company that were not refused: what we ourselves have written there. */
export async function readOwnPayloads(store: PortalStore, command: string, companyId: number): Promise<unknown[]> {
  const rows = await store
    .selectFrom('writeStep')
    .innerJoin('writeChain', 'writeChain.key', 'writeStep.chainKey')
    .select('writeStep.payload')
    .where('writeStep.command', '=', command)
    .where('writeChain.companyId', '=', companyId)
    .where('writeStep.state', 'in', ['pending', 'sending', 'done'])
    .orderBy('writeStep.id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => JSON.parse(row.payload) as unknown)
}
