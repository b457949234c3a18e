import type { Registry } from './database.ts'
import { findPortal } from './portals.ts'
import type { Seal } from './seal.ts'

/** A token pair in the clear, as it lives in memory only. */
export interface StoredTokens {
  accessToken: string
  refreshToken: string
  /** UTC ISO. */
  expiresAt: string
}

/** Where the tokens of a portal's people are kept, sealed; fills the storage that the portal's clients ask for. */
export interface SealedTokens {
  read(memberId: string, userId: number): Promise<StoredTokens | null>
  /** Whether tokens of this person were ever kept, also if they are gone. */
  knows(memberId: string, userId: number): Promise<boolean>
  /** Replaces both tokens at once; a person who was signed out is signed in again. Keeps nothing of a removed portal. */
  save(memberId: string, userId: number, tokens: StoredTokens): Promise<void>
  /** The refresh of this pair was refused for good. A pair the person has brought since then stays. */
  markGone(memberId: string, userId: number, refreshToken: string): Promise<void>
}

/** `now` in UTC ISO. Errors: a row sealed with another secret makes `read` throw. */
export function createSealedTokens(registry: Registry, seal: Seal, now: () => string): SealedTokens {
  return {
    async read(memberId, userId) {
      const row = await registry
        .selectFrom('token')
        .selectAll()
        .where('memberId', '=', memberId)
        .where('userId', '=', userId)
        .executeTakeFirst()
      if (!row || row.goneAt) return null
      return { accessToken: seal.open(row.access), refreshToken: seal.open(row.refresh), expiresAt: row.expiresAt }
    },
    async knows(memberId, userId) {
      const row = await registry
        .selectFrom('token')
        .select('userId')
        .where('memberId', '=', memberId)
        .where('userId', '=', userId)
        .executeTakeFirst()
      return row !== undefined
    },
    async save(memberId, userId, tokens) {
      const values = {
        access: seal.close(tokens.accessToken),
        refresh: seal.close(tokens.refreshToken),
        expiresAt: tokens.expiresAt,
        goneAt: null,
      }
      await registry.transaction().execute(async (transaction) => {
        const portal = await findPortal(transaction, memberId)
        // A card was being opened while the app was removed: its tokens must not outlive the removal.
        if (portal?.state === 'removed') return
        await transaction
          .insertInto('token')
          .values({ memberId, userId, ...values })
          .onConflict((conflict) => conflict.columns(['memberId', 'userId']).doUpdateSet(values))
          .execute()
      })
    },
    async markGone(memberId, userId, refreshToken) {
      await registry.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('token')
          .select('refresh')
          .where('memberId', '=', memberId)
          .where('userId', '=', userId)
          .executeTakeFirst()
        if (!row || seal.open(row.refresh) !== refreshToken) return
        await transaction
          .updateTable('token')
          .set({ goneAt: now() })
          .where('memberId', '=', memberId)
          .where('userId', '=', userId)
          .execute()
      })
    },
  }
}
