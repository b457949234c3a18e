import type { Selectable, Transaction } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import { readMeta } from './meta.ts'
import type { LostVerdict } from './refusal-rows.ts'
import type { PortalDatabase } from './schema.ts'

export type LostMoveRow = Selectable<PortalDatabase['lostMove']>

interface Standing {
  id: number
  stage: string
  semantics: string
  createdAt: string
  updatedAt: string
}

/**
 * Notes which of these rows are about to become lost in the copy. Called in the transaction that writes them, so that
 * a move is noted exactly once, whoever brought it: an event, a write of ours, or the nightly comparison. What was
 * lost before anybody watched is past; a card created and lost while we were away is not.
 */
export async function noteLostMoves(
  store: PortalStore,
  cardKind: 'request' | 'lead',
  rows: readonly Standing[],
): Promise<void> {
  const lost = rows.filter((row) => row.semantics === 'F')
  if (lost.length === 0) return
  const watchedFrom = await readMeta<string>(store, 'lossesWatchedFrom')
  if (watchedFrom === null) return
  const before = await standingOf(store, cardKind, lost)
  const moves = lost.flatMap((row) => {
    const known = before.get(row.id)
    const isNew = known ? known.semantics !== 'F' : row.createdAt >= watchedFrom
    if (!isNew) return []
    const fromStage = known?.stage ?? 'NEW'
    return [{ cardKind, cardId: row.id, fromStage, toStage: row.stage, seenAt: row.updatedAt }]
  })
  if (moves.length)
    await store
      .insertInto('lostMove')
      .values(moves.map((move) => ({ ...move, verdict: null, byUserId: null, judgedAt: null })))
      .execute()
}

async function standingOf(store: PortalStore, cardKind: 'request' | 'lead', rows: readonly { id: number }[]) {
  const ids = idList(rows.map(({ id }) => id))
  const found =
    cardKind === 'request'
      ? store
          .selectFrom('load')
          .select(['id', 'stage', 'semantics'])
          .where('kind', '=', 'request')
          .where('id', 'in', ids)
          .execute()
      : store.selectFrom('lead').select(['id', 'stage', 'semantics']).where('id', 'in', ids).execute()
  return new Map((await found).map((row) => [row.id, row]))
}

/** Moves nobody has judged yet, oldest first. */
export async function listOpenLostMoves(store: PortalStore, limit = 200): Promise<LostMoveRow[]> {
  return store.selectFrom('lostMove').selectAll().where('verdict', 'is', null).orderBy('id').limit(limit).execute()
}

/** How often this card was moved back already. */
export async function countReturned(store: PortalStore, cardKind: string, cardId: number): Promise<number> {
  const row = await store
    .selectFrom('lostMove')
    .select((read) => read.fn.countAll<number>().as('count'))
    .where('cardKind', '=', cardKind as 'request')
    .where('cardId', '=', cardId)
    .where('verdict', '=', 'returned')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function judgeLostMove(
  store: PortalStore | Transaction<PortalDatabase>,
  id: number,
  verdict: LostVerdict,
  byUserId: number | null,
  at: string,
): Promise<void> {
  await store.updateTable('lostMove').set({ verdict, byUserId, judgedAt: at }).where('id', '=', id).execute()
}

/** Moves that a known person has made himself since then (UTC ISO), newest first: none that a refusal of ours allowed. */
export async function listMovesByHand(store: PortalStore, cardKind: 'request' | 'lead', sinceAt: string) {
  const rows = await store
    .selectFrom('lostMove')
    .selectAll()
    .where('cardKind', '=', cardKind)
    .where('seenAt', '>=', sinceAt)
    .where('byUserId', 'is not', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap((row) => (row.byUserId === null ? [] : [{ ...row, byUserId: row.byUserId }]))
}

/** Moves seen within these moments with their verdicts; for the report. */
export async function listLostMovesBetween(store: PortalStore, fromAt: string, toAt: string): Promise<LostMoveRow[]> {
  return store
    .selectFrom('lostMove')
    .selectAll()
    .where('seenAt', '>=', fromAt)
    .where('seenAt', '<', toAt)
    .orderBy('id')
    .execute()
}
