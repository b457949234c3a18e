import { z } from 'zod'
import { refusalAbsence, type RefusalAbsence } from '../../../contract/refusal-settings.ts'
import { allAbsences, type Deputy, type SeenAbsence } from '../../refusal/absences.ts'
import type { PortalStore } from '../../store/database.ts'
import { readMeta } from '../../store/meta.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'

const SAID = 'refusalAbsences'
const DEPUTIES = 'refusalDeputies'
const said = z.array(refusalAbsence)
const deputies = z.array(z.object({ userId: z.number().int(), deputyId: z.number().int() }))

/** What the portal said of who is away, and when it was asked (UTC ISO). */
export interface SeenAbsences {
  at: string
  away: SeenAbsence[]
}

/** Who is away and who speaks for him: by his own word and by the portal's. Something unreadable counts as nobody. */
export async function readAbsences(store: PortalStore): Promise<RefusalAbsence[]> {
  return allAbsences(
    await readSaidAbsences(store),
    (await readSeenAbsences(store))?.away ?? [],
    await readDeputies(store),
  )
}

export async function readSaidAbsences(store: PortalStore): Promise<RefusalAbsence[]> {
  return said.safeParse(await readSetting(store, SAID)).data ?? []
}

/** One absence a person; null: he is back. */
export async function saveAbsence(store: PortalStore, userId: number, absence: RefusalAbsence | null): Promise<void> {
  const others = (await readSaidAbsences(store)).filter((one) => one.userId !== userId)
  await writeSetting(store, SAID, absence ? [...others, absence] : others)
}

/** null: the portal was never asked. */
export async function readSeenAbsences(store: PortalStore): Promise<SeenAbsences | null> {
  return readMeta<SeenAbsences>(store, 'portalAbsences')
}

export async function readDeputies(store: PortalStore): Promise<Deputy[]> {
  return deputies.safeParse(await readSetting(store, DEPUTIES)).data ?? []
}

/** Who speaks for him whenever he is away; null: nobody. */
export async function saveDeputy(store: PortalStore, userId: number, deputyId: number | null): Promise<void> {
  const others = (await readDeputies(store)).filter((one) => one.userId !== userId)
  await writeSetting(store, DEPUTIES, deputyId === null ? others : [...others, { userId, deputyId }])
}
