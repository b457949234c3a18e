import { PORTAL_CALENDAR_KEY, portalCalendar } from '../../../contract/portal-calendar.ts'
import { PROFIT_DEFAULTS, profitSettings, type ProfitSettingsValues } from '../../../contract/profit-settings.ts'
import type { ExchangeRate } from '../../profit/trip.ts'
import type { WorkCalendar } from '../../profit/work-calendar.ts'
import type { PortalStore } from '../../store/database.ts'
import { readExchangeRates, type RecordedRate } from '../../store/exchange-rates.ts'
import { readRatesInForce } from '../../store/stated-rates.ts'
import { readSetting, readSettings, writeSetting } from '../../store/settings.ts'

type Name = keyof ProfitSettingsValues
export const PROFIT_SETTING_NAMES = Object.keys(PROFIT_DEFAULTS) as Name[]

/** Each value stands under a key of its own; one that cannot be read counts as not chosen. */
export async function readProfitSettings(store: PortalStore): Promise<ProfitSettingsValues> {
  const stored = await readSettings(store, PROFIT_SETTING_NAMES)
  const values = PROFIT_SETTING_NAMES.map((name) => {
    const parsed = profitSettings.shape[name].safeParse(stored.get(name))
    return [name, parsed.success ? parsed.data : PROFIT_DEFAULTS[name]]
  })
  return Object.fromEntries(values) as ProfitSettingsValues
}

export async function saveProfitSettings(store: PortalStore, changed: Partial<ProfitSettingsValues>): Promise<void> {
  for (const name of PROFIT_SETTING_NAMES) {
    if (changed[name] !== undefined) await writeSetting(store, name, changed[name])
  }
}

/** The calendar that comes with the project, by this portal's week and holidays, and by its directors' own days. */
export async function readWorkCalendar(
  store: PortalStore,
  shipped: WorkCalendar,
  own: ProfitSettingsValues['workDays'],
): Promise<WorkCalendar> {
  const portal = portalCalendar.safeParse(await readSetting(store, PORTAL_CALENDAR_KEY)).data
  return (portal ? shipped.within(portal) : shipped).with(own)
}

/** Rates as the calculation asks for them: of the very day, or none. What a director has said stands above the portal's. */
export async function exchangeOf(store: PortalStore): Promise<ExchangeRate> {
  return exchangeFrom([...(await readExchangeRates(store)), ...(await readRatesInForce(store))])
}

export function exchangeFrom(rates: readonly RecordedRate[]): ExchangeRate {
  const byDay = new Map(rates.map(({ currency, onDay, rate }) => [`${currency} ${onDay}`, rate]))
  return (currency, on) => byDay.get(`${currency} ${on}`) ?? null
}
