import type { LoadRow } from '../../store/schema.ts'
import { readDepartments, readEveryone } from '../../store/people.ts'
import type { PortalRoom } from '../session/portal-room.ts'

/** The nearest head above an order's manager who is not the asker himself; null where there is none. */
export async function headOf(
  { store }: Pick<PortalRoom, 'store'>,
  order: Pick<LoadRow, 'managerId' | 'assignedById'>,
  askerId: number,
): Promise<number | null> {
  const departments = new Map((await readDepartments(store)).map((one) => [one.id, one]))
  const people = new Map((await readEveryone(store)).map((one) => [one.id, one]))
  for (const personId of [order.managerId, order.assignedById, askerId]) {
    for (const start of people.get(personId ?? 0)?.departmentIds ?? []) {
      const seen = new Set<number>()
      for (let at = departments.get(start); at && !seen.has(at.id); at = departments.get(at.parentId ?? 0)) {
        seen.add(at.id)
        const head = at.headId === null ? undefined : people.get(at.headId)
        if (head?.active && head.id !== askerId && head.id !== personId) return head.id
      }
    }
  }
  return null
}
