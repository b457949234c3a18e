import type { PortalClient } from '../portal/portal-client.ts'
import {
  deactivateUsersExcept,
  replaceDepartments,
  saveUsers,
  type DepartmentRow,
  type UserRow,
} from '../store/people-writer.ts'
import type { PortalStore } from '../store/database.ts'
import { indexDepartment, indexUser } from './indexers/user.ts'
import type { Item } from './indexers/item-reader.ts'

export interface PortalPeople {
  departments: DepartmentRow[]
  users: UserRow[]
}

const PAGE = 50

/** Reads all departments and all people of the portal, those who left too: their names stand in old records. */
export async function readPortalPeople(client: PortalClient): Promise<PortalPeople> {
  const departments = await readAll(client, 'department.get', { sort: 'ID', order: 'ASC' })
  const users = await readAll(client, 'user.get', { sort: 'ID', order: 'ASC' })
  return {
    departments: departments.map(indexDepartment).filter((row) => row !== null),
    users: users.map(indexUser).filter((row) => row !== null),
  }
}

async function readAll(client: PortalClient, method: string, params: Record<string, unknown>): Promise<Item[]> {
  const rows = new Map<string, Item>()
  for (let start = 0; ; start += PAGE) {
    // department.get spells it in capitals.
    const answer = await client.call<unknown>(method, { ...params, start, START: start })
    const page = Array.isArray(answer.result) ? (answer.result as Item[]) : []
    const before = rows.size
    for (const row of page) rows.set(String(row.ID), row)
    // A portal that ignores `start` would give the same page for ever.
    if (page.length < PAGE || rows.size === before) return [...rows.values()]
  }
}

/** Call it inside a transaction. */
export async function savePortalPeople(store: PortalStore, people: PortalPeople): Promise<void> {
  await replaceDepartments(store, people.departments)
  await saveUsers(store, people.users)
  await deactivateUsersExcept(
    store,
    people.users.map((user) => user.id),
  )
}
