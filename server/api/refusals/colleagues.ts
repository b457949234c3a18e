import type { PortalStore } from '../../store/database.ts'
import { readEveryone } from '../../store/people.ts'

/** Everybody who works here, by name: whom an instruction or a card can be given to. */
export async function colleagues(store: PortalStore): Promise<{ id: number; name: string }[]> {
  return (await readEveryone(store))
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ru'))
}
