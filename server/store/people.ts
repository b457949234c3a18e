import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { PortalDatabase } from './schema.ts'

export interface Person {
  id: number
  /** «Пётр Иванов». */
  name: string
  departmentIds: number[]
  active: boolean
  isAdmin: boolean
}

/** People of the portal as mirrored; ids nobody knows are absent. */
export async function readPeople(store: PortalStore, ids: readonly number[]): Promise<Map<number, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await store.selectFrom('user').selectAll().where('id', 'in', idList(ids)).execute()
  return new Map(rows.map((row) => [row.id, viewPerson(row)]))
}

/** Everybody the portal has, those who left too. */
export async function readEveryone(store: PortalStore): Promise<Person[]> {
  return (await store.selectFrom('user').selectAll().execute()).map(viewPerson)
}

function viewPerson(row: PortalDatabase['user']): Person {
  return {
    id: row.id,
    name: `${row.name} ${row.lastName}`.trim(),
    departmentIds: JSON.parse(row.departmentIds) as number[],
    active: row.active === 1,
    isAdmin: row.isAdmin === 1,
  }
}

export interface Department {
  id: number
  name: string
  parentId: number | null
  headId: number | null
}

/** Every department of the portal as mirrored. */
export async function readDepartments(store: PortalStore): Promise<Department[]> {
  return store.selectFrom('department').selectAll().execute()
}
