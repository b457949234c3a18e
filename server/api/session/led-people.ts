import { departmentTree } from '../../portal/roles.ts'
import type { PortalStore } from '../../store/database.ts'
import { readDepartments, readEveryone } from '../../store/people.ts'

/** The person himself and everybody in the departments he heads, and below them, as mirrored from the portal. */
export async function ledPeople(store: PortalStore, userId: number): Promise<Set<number>> {
  const departments = await readDepartments(store)
  const led = new Set(
    departments.filter(({ headId }) => headId === userId).flatMap(({ id }) => departmentTree(id, departments)),
  )
  const people = await readEveryone(store)
  return new Set([userId, ...people.filter((one) => one.departmentIds.some((id) => led.has(id))).map(({ id }) => id)])
}
