import type { PortalStore } from '../../store/database.ts'
import { readDepartments, readPeople } from '../../store/people.ts'

/** Who leads a person: the heads of his departments; where he is the head himself, the one above. */
export async function headsOf(store: PortalStore, userId: number): Promise<number[]> {
  const person = (await readPeople(store, [userId])).get(userId)
  const byId = new Map((await readDepartments(store)).map((one) => [one.id, one]))
  const heads = new Set<number>()
  for (const departmentId of person?.departmentIds ?? []) {
    // A portal may hold a circle of departments; each is looked at once.
    const seen = new Set<number>()
    for (
      let at = byId.get(departmentId);
      at && !seen.has(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    ) {
      seen.add(at.id)
      if (at.headId === null || at.headId === userId) continue
      heads.add(at.headId)
      break
    }
  }
  return [...heads]
}
