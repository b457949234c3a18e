import { securityRule, type MatchRule, type SecurityRule } from '../../../contract/match-rules.ts'
import { DEFAULT_SECURITY } from '../../match/security.ts'
import type { WholeTable } from '../../store/change-marks.ts'
import { readChosen } from '../../store/chosen-settings.ts'
import type { PortalStore } from '../../store/database.ts'
import { listMatchRules } from '../../store/match-rules.ts'
import { readAsOf } from '../../store/meta.ts'
import { readSetting } from '../../store/settings.ts'
import { listTaughtPlaces } from '../../store/taught-places.ts'
import { KeptWhole } from './kept-whole.ts'

export const SECURITY_SETTING = 'carrierSecurity'

/** Settings that a list looks at. */
export interface ListSettings {
  security: SecurityRule
  clientRateForLogists: boolean
  phonesMasked: boolean
}

/** What people of a portal have chosen, set and taught, as far as a list of carriers asks for it every time. */
export class PortalChoices {
  readonly settings: KeptWhole<ListSettings>
  readonly rules: KeptWhole<MatchRule[]>
  readonly taught: KeptWhole<Map<string, number>>
  /** When the copy was last known equal to the portal. */
  readonly asOf: KeptWhole<string | null>

  constructor(store: PortalStore) {
    this.settings = new KeptWhole(async () => ({
      security: await readSecurityRule(store),
      clientRateForLogists: await readChosen(store, 'clientRateForLogists'),
      phonesMasked: await readChosen(store, 'phonesMasked'),
    }))
    this.rules = new KeptWhole(() => listMatchRules(store))
    this.taught = new KeptWhole(() => listTaughtPlaces(store))
    this.asOf = new KeptWhole(() => readAsOf(store))
  }

  forget(tables: readonly WholeTable[]): void {
    if (tables.includes('setting')) this.settings.forget()
    if (tables.includes('matchRule')) this.rules.forget()
    if (tables.includes('taughtPlace')) this.taught.forget()
    if (tables.includes('meta')) this.asOf.forget()
  }
}

/** How long security checks are good for in this portal. */
export async function readSecurityRule(store: PortalStore): Promise<SecurityRule> {
  const chosen = securityRule.safeParse(await readSetting(store, SECURITY_SETTING))
  return chosen.success ? chosen.data : DEFAULT_SECURITY
}
