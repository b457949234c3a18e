import type { Load, LoadKind } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import type { MatchContext } from '../../match/facts.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { PortalStore } from '../../store/database.ts'
import { readClientOf } from '../../store/load-reader.ts'
import type { PortalChoices } from './portal-choices.ts'

/** The load with everything this portal has decided about matching. */
export async function matchContextOf(
  { store, gazetteer, choices, kind, id, now }: MatchContextInput,
  load: Load,
  lane: { from: Place; to: Place },
): Promise<MatchContext> {
  const rules = await choices.rules.value()
  const timeZone = gazetteer.byId(lane.from.id)?.timeZone
  return {
    load,
    ...lane,
    now,
    ...(timeZone && { timeZone }),
    security: (await choices.settings.value()).security,
    rules,
    // Asked for only where a rule may ask it.
    clientId: rules.some((rule) => rule.clientId !== null) ? await readClientOf(store, kind, id) : null,
  }
}

interface MatchContextInput {
  store: PortalStore
  gazetteer: Gazetteer
  choices: Pick<PortalChoices, 'rules' | 'settings'>
  kind: LoadKind
  id: number
  /** UTC ISO. */
  now: string
}
