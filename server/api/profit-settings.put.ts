import { Hono } from 'hono'
import { PORTAL_CALENDAR_KEY, portalCalendar } from '../../contract/portal-calendar.ts'
import { profitSettingsInput, type ProfitSettingsAnswer } from '../../contract/profit-settings.ts'
import { InvalidInputError } from '../errors.ts'
import { readSetting } from '../store/settings.ts'
import type { ApiContext } from './api-context.ts'
import { requireSetter } from './profit/profit-for.ts'
import { readProfitSettings, readWorkCalendar, saveProfitSettings } from './profit/read-profit-settings.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `GET` and `PUT /api/profit-settings`: what a portal's directors say about how profit is reckoned and who sees it. */
export function profitSettingsPut(context: ApiContext) {
  return new Hono()
    .get('/api/profit-settings', signedIn(context), async (call) => {
      const { viewer, room } = call.var
      requireSetter(viewer)
      return call.json(await answer(context, room))
    })
    .put('/api/profit-settings', signedIn(context), validated('json', profitSettingsInput), async (call) => {
      const { viewer, room } = call.var
      requireSetter(viewer)
      const { warned, ...changed } = call.req.valid('json')
      const before = await readProfitSettings(room.store)
      if (changed.writeBack === true && !before.writeBack && warned !== true)
        throw new InvalidInputError('Whoever reads an order reads its margin then: say that you know', [
          { path: 'warned', message: 'the warning has to be read first' },
        ])
      await saveProfitSettings(room.store, changed)
      return call.json(await answer(context, room))
    })
}

async function answer({ workCalendar }: ApiContext, room: PortalRoom): Promise<ProfitSettingsAnswer> {
  const settings = await readProfitSettings(room.store)
  const calendar = await readWorkCalendar(room.store, workCalendar, settings.workDays)
  const portal = portalCalendar.safeParse(await readSetting(room.store, PORTAL_CALENDAR_KEY)).data
  return {
    settings,
    years: [...calendar.years],
    portalCalendar: portal ?? null,
    maySet: true,
  }
}
