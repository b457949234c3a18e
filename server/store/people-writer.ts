import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { PortalDatabase } from './schema.ts'

export type DepartmentRow = PortalDatabase['department']
export type UserRow = PortalDatabase['user']

/** The portal's departments as they are now: those that are gone there are gone here. */
export async function replaceDepartments(store: PortalStore, rows: readonly DepartmentRow[]): Promise<void> {
  await store.deleteFrom('department').execute()
  if (rows.length)
    await store
      .insertInto('department')
      .values([...rows])
      .execute()
}

/** Enters or updates people. Who is an administrator the portal says only of the person himself: that stays. */
export async function saveUsers(store: PortalStore, rows: readonly UserRow[]): Promise<void> {
  if (!rows.length) return
  await store
    .insertInto('user')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((given) => ({
        name: given.ref('excluded.name'),
        lastName: given.ref('excluded.lastName'),
        position: given.ref('excluded.position'),
        departmentIds: given.ref('excluded.departmentIds'),
        active: given.ref('excluded.active'),
      })),
    )
    .execute()
}

/** People who are not in the portal's list any more stay known by name, but are nobody's colleague. */
export async function deactivateUsersExcept(store: PortalStore, ids: readonly number[]): Promise<void> {
  await store.updateTable('user').set({ active: 0 }).where('id', 'not in', idList(ids)).execute()
}

export async function markAdmin(store: PortalStore, userId: number, isAdmin: boolean): Promise<void> {
  await store
    .updateTable('user')
    .set({ isAdmin: isAdmin ? 1 : 0 })
    .where('id', '=', userId)
    .execute()
}
