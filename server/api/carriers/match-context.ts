import { securityRule, type SecurityRule } from '../../../contract/match-rules.ts'
import type { Load, LoadKind } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import type { MatchContext } from '../../match/facts.ts'
import { DEFAULT_SECURITY } from '../../match/security.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { PortalStore } from '../../store/database.ts'
import { readClientOf } from '../../store/load-reader.ts'
import { listMatchRules } from '../../store/match-rules.ts'
import { readSetting } from '../../store/settings.ts'

/** The load with everything this portal has decided about matching. */
export async function matchContextOf(
  { store, gazetteer, kind, id, now }: MatchContextInput,
  load: Load,
  lane: { from: Place; to: Place },
): Promise<MatchContext> {
  const rules = await listMatchRules(store)
  const timeZone = gazetteer.byId(lane.from.id)?.timeZone
  return {
    load,
    ...lane,
    now,
    ...(timeZone && { timeZone }),
    security: await readSecurityRule(store),
    rules,
    // Asked for only where a rule may ask it.
    clientId: rules.some((rule) => rule.clientId !== null) ? await readClientOf(store, kind, id) : null,
  }
}

interface MatchContextInput {
  store: PortalStore
  gazetteer: Gazetteer
  kind: LoadKind
  id: number
  /** UTC ISO. */
  now: string
}

export const SECURITY_SETTING = 'carrierSecurity'

/** How long security checks are good for in this portal. */
export async function readSecurityRule(store: PortalStore): Promise<SecurityRule> {
  const chosen = securityRule.safeParse(await readSetting(store, SECURITY_SETTING))
  return chosen.success ? chosen.data : DEFAULT_SECURITY
}
