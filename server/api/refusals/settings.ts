import type { RefusalSettings } from '../../../contract/refusal-settings.ts'
import { REQUEST_REASONS, type RefusalReason } from '../../../contract/refusal-reasons.ts'
import type { SettingKey } from '../../../contract/settings.ts'
import { readChosen } from '../../store/chosen-settings.ts'
import type { PortalStore } from '../../store/database.ts'
import { readAbsences } from './absences.ts'

/** `no_truck` → `refusalOfNoTruck`. */
const keyOf = (reason: RefusalReason) =>
  `refusalOf${reason.replace(/(^|_)([a-z])/g, (_all, _bar, letter: string) => letter.toUpperCase())}` as SettingKey

/** What this portal has chosen, and the usual where it has not. */
export async function readRefusalSettings(store: PortalStore): Promise<RefusalSettings> {
  const policies: RefusalSettings['policies'] = {}
  for (const reason of REQUEST_REASONS) {
    const chosen = await readChosen(store, keyOf(reason))
    if (chosen === 'record' || chosen === 'approve' || chosen === 'escalate') policies[reason] = chosen
  }
  return {
    policies,
    escalateFromMinor: (await readChosen(store, 'refusalEscalateFromMinor')) || null,
    escalatePermanent: await readChosen(store, 'refusalEscalatePermanent'),
    mode: await readChosen(store, 'refusalMode'),
    escalateAfterHours: await readChosen(store, 'refusalEscalateAfterHours'),
    expireAfterHours: await readChosen(store, 'refusalExpireAfterHours'),
    absences: await readAbsences(store),
    watchRequests: await readChosen(store, 'refusalWatchRequests'),
    watchLeads: await readChosen(store, 'refusalWatchLeads'),
    mostReturns: await readChosen(store, 'refusalMostReturns'),
    pauseDays: await readChosen(store, 'refusalPauseDays'),
    closeShare: await readChosen(store, 'refusalCloseShare'),
  }
}
