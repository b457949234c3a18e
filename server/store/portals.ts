import type { Registry } from './database.ts'
import type { RegistryDatabase } from './schema.ts'

export type PortalRow = RegistryDatabase['portal']

/** What a first contact tells of a portal; the rest of its row is our own book-keeping. */
export interface PortalFacts {
  memberId: string
  clientEndpoint: string
  oauthEndpoint: string
  origin: string
  applicationToken: string | null
  installedByUserId: number
}

/** A portal in any state, also a removed one; null when it never came. */
export async function findPortal(registry: Registry, memberId: string): Promise<PortalRow | null> {
  const row = await registry.selectFrom('portal').selectAll().where('memberId', '=', memberId).executeTakeFirst()
  return row ?? null
}

/** Portals that live at this scheme, host and port; after a reload that is all a browser can tell us. */
export async function findPortalByOrigin(registry: Registry, origin: string): Promise<PortalRow | null> {
  const row = await registry
    .selectFrom('portal')
    .selectAll()
    .where('origin', '=', origin)
    .where('state', '!=', 'removed')
    .executeTakeFirst()
  return row ?? null
}

/** Every portal we serve or are fitting. */
export async function listPortals(registry: Registry): Promise<PortalRow[]> {
  return registry.selectFrom('portal').selectAll().where('state', '!=', 'removed').orderBy('memberId').execute()
}

/** Portals whose app was removed at or before a moment (UTC ISO). */
export async function listRemovedPortals(registry: Registry, until: string): Promise<PortalRow[]> {
  return registry
    .selectFrom('portal')
    .selectAll()
    .where('state', '=', 'removed')
    .where('removedAt', '<=', until)
    .execute()
}

/**
 * Enters a portal that has proved itself, or brings its addresses up to date (portals are renamed). An installed
 * portal stays installed; a removed one starts anew. A new application token tells that the app was removed and put back
 * without our hearing of it: what was bound is gone, so the portal is fitted anew.
 */
export async function savePortal(registry: Registry, facts: PortalFacts, at: string): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    const known = await findPortal(transaction, facts.memberId)
    if (!known) {
      await transaction
        .insertInto('portal')
        .values({ ...facts, state: 'installing', createdAt: at, installedAt: null, removedAt: null })
        .execute()
      return
    }
    const { applicationToken } = facts
    const replaced =
      applicationToken !== null && known.applicationToken !== null && applicationToken !== known.applicationToken
    const anew = known.state === 'removed' || replaced
    await transaction
      .updateTable('portal')
      .set({
        ...facts,
        applicationToken: anew ? facts.applicationToken : (known.applicationToken ?? facts.applicationToken),
        state: anew ? 'installing' : known.state,
        removedAt: null,
      })
      .where('memberId', '=', facts.memberId)
      .execute()
  })
}

/** Keeps the secret events are known by, unless one is kept already: the first one wins. */
export async function learnApplicationToken(registry: Registry, memberId: string, token: string): Promise<void> {
  await registry
    .updateTable('portal')
    .set({ applicationToken: token })
    .where('memberId', '=', memberId)
    .where('applicationToken', 'is', null)
    .execute()
}

/**
 * From now on the portal is read with this administrator's rights, if those of the one before are gone for good (he
 * was dismissed, or withdrew the app), or he may no longer see everything (`isFallen`). Says whether that was so.
 */
export async function succeedInstaller(
  registry: Registry,
  memberId: string,
  userId: number,
  isFallen = false,
): Promise<boolean> {
  const take = registry
    .updateTable('portal')
    .set({ installedByUserId: userId })
    .where('memberId', '=', memberId)
    .where('installedByUserId', '!=', userId)
    .where('state', '!=', 'removed')
  if (isFallen) return (await take.executeTakeFirst()).numUpdatedRows > 0n
  const changed = await take
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('token')
            .select('token.userId')
            .whereRef('token.memberId', '=', 'portal.memberId')
            .whereRef('token.userId', '=', 'portal.installedByUserId')
            .where('token.goneAt', 'is', null),
        ),
      ),
    )
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** The portal has everything it needs; called when the installer has finished. */
export async function markPortalInstalled(registry: Registry, memberId: string, at: string): Promise<void> {
  await registry
    .updateTable('portal')
    .set({ state: 'installed', installedAt: at })
    .where('memberId', '=', memberId)
    .execute()
}

/** The app was removed: every token of the portal goes at once; the portal's own file is the caller's to seal. */
export async function markPortalRemoved(registry: Registry, memberId: string, at: string): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('token').where('memberId', '=', memberId).execute()
    await transaction
      .updateTable('portal')
      .set({ state: 'removed', removedAt: at, applicationToken: null })
      .where('memberId', '=', memberId)
      .execute()
  })
}
