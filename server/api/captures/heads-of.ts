import { isAway } from '../../refusal/seats.ts'
import type { PortalStore } from '../../store/database.ts'
import { readDepartments, readPeople } from '../../store/people.ts'
import { readAbsences } from '../refusals/absences.ts'

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

/**
 * Whom an alarm about somebody’s work has to reach on a day (YYYY-MM-DD): his heads; beside one who is away his deputy,
 * and where none is there whoever leads him. An alarm does not lie until he is back.
 */
export async function headsToAlarm(store: PortalStore, userId: number, on: string): Promise<number[]> {
  const absences = await readAbsences(store)
  const told = new Set<number>()
  const tell = async (headId: number): Promise<void> => {
    if (told.has(headId)) return
    told.add(headId)
    if (!isAway(headId, absences, on)) return
    const deputies = absences
      .filter((one) => one.userId === headId && one.fromOn <= on && on <= one.untilOn)
      .flatMap(({ deputyId }) => (deputyId !== null && !isAway(deputyId, absences, on) ? [deputyId] : []))
    if (deputies.length > 0) for (const id of deputies) told.add(id)
    else for (const above of await headsOf(store, headId)) await tell(above)
  }
  for (const headId of await headsOf(store, userId)) await tell(headId)
  told.delete(userId)
  return [...told]
}
