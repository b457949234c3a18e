import type { PortalStore } from '../../store/database.ts'
import { readPeople } from '../../store/people.ts'

/** «Ольга Рябинина, Андрей Могутин»; empty where nobody is known. */
export async function namesOf(store: PortalStore, userIds: readonly number[]): Promise<string> {
  const people = await readPeople(store, [...userIds])
  return [...new Set(userIds)].flatMap((id) => people.get(id)?.name ?? []).join(', ')
}
