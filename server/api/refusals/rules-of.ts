import type { RefusalSettings } from '../../../contract/refusal-settings.ts'
import type { RefusalRules } from '../../refusal/refusal.ts'
import type { WorkingTime } from '../../refusal/working-hours.ts'
import type { ApiContext } from '../api-context.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { staffOfPortal } from '../session/staff-of-portal.ts'
import { readRefusalSettings } from './settings.ts'

/** Everything the rules need for refusals of one asker. */
export interface PortalRules {
  settings: RefusalSettings
  rules: RefusalRules
}

/** An office day by Moscow: where the company's heads sit. */
export function workingTime({ workCalendar }: Pick<ApiContext, 'workCalendar'>): WorkingTime {
  return { isWorking: (on) => workCalendar.isWorking(on), fromHour: 9, toHour: 18, offsetMinutes: 180 }
}

export async function rulesOf(
  context: Pick<ApiContext, 'workCalendar'>,
  room: Pick<PortalRoom, 'store' | 'portal'>,
  askerId: number,
): Promise<PortalRules> {
  const settings = await readRefusalSettings(room.store)
  const staff = await staffOfPortal(room.store, askerId, room.portal.installedByUserId)
  const { mode, absences, escalateAfterHours, expireAfterHours } = settings
  const work = workingTime(context)
  return { settings, rules: { mode, staff, absences, work, escalateAfterHours, expireAfterHours } }
}
