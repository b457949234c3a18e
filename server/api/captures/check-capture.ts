import type { CaptureCheckInput, CaptureWarning } from '../../../contract/capture.ts'
import type { LaneRates } from '../../../contract/carriers.ts'
import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import type { Load } from '../../../contract/load.ts'
import { equalMarginMinor } from '../../money/equal-margin.ts'
import { readNumberOwners } from '../../store/callers.ts'
import { readCarrierBases } from '../../store/candidates.ts'
import { countTripsUnderWay } from '../../store/carrier-offers.ts'
import { readPhone } from '../../../typed/phone.ts'
import type { ApiContext } from '../api-context.ts'
import { laneMemoryOf } from '../carriers/lane-memory.ts'
import { laneStatistics } from '../carriers/lane-statistics.ts'
import { readLoad } from '../carriers/list-carriers.ts'
import { laneOf } from '../carriers/load-view.ts'
import { offersOnLoad } from '../carriers/offers-on-load.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { callerAt } from './caller.ts'
import { changesContact } from './contact-change.ts'

type Asked = CaptureCheckInput & { viewer: Viewer; place: string }

/** Warnings of a press that is not made yet, worst first. */
export async function checkCapture(context: ApiContext, room: PortalRoom, asked: Asked): Promise<CaptureWarning[]> {
  return [...(await contactWarnings(room, asked)), ...(asked.load ? await loadWarnings(context, room, asked) : [])]
}

async function contactWarnings({ store }: PortalRoom, asked: Asked): Promise<CaptureWarning[]> {
  const { companyId, viewer, place } = asked
  const caller = await callerAt(store, { userId: viewer.userId, item: viewer.item, place })
  const found: CaptureWarning[] = []
  const phone = asked.phone === null ? caller.phone : (readPhone(asked.phone)?.e164 ?? asked.phone)
  const owners = phone === null || phone === caller.phone ? caller.owners : await readNumberOwners(store, phone)
  const names = owners.filter((one) => one.isCarrier && one.companyId !== companyId).map((one) => one.title)
  if (names.length > 0) found.push({ code: 'phone_elsewhere', names })
  const trips = companyId === null ? 0 : await countTripsUnderWay(store, companyId)
  if (companyId === null || trips === 0) return found
  const entry = (await readCarrierBases(store, [companyId])).get(companyId) ?? null
  const contact = { phone: asked.phone === null ? null : phone }
  if (changesContact({ contact, dispatcher: null }, { companyId, entry, caller }))
    found.push({ code: 'contact_changes_on_trip', trips })
  return found
}

async function loadWarnings(context: ApiContext, room: PortalRoom, asked: Asked): Promise<CaptureWarning[]> {
  const { store } = room
  const { kind, id } = asked.load!
  const { gazetteer, distance, router } = context
  const load = await readLoad({ store, gazetteer, distance, router, roles: asked.viewer.roles, kind, id })
  const found: CaptureWarning[] = []
  const { companyId } = asked
  if (companyId !== null && load.excludedCompanyIds.includes(companyId)) found.push({ code: 'excluded_by_client' })
  const last = companyId === null ? undefined : (await offersOnLoad(store, kind, id)).get(companyId)?.[0]
  if (last) found.push({ code: 'offered_already', rate: last.rate, at: last.at, byName: last.byName })
  const outside = await rateWarning(context, room, asked, load)
  if (outside) found.push(outside)
  return found
}

async function rateWarning(
  context: ApiContext,
  { store }: PortalRoom,
  { rate, vat }: Asked,
  load: Load,
): Promise<CaptureWarning | null> {
  const lane = laneOf(load)
  if (!rate || !vat || !lane) return null
  const memory = await laneMemoryOf(store, context.gazetteer)
  const areas = { fromArea: memory.areas.of(lane.from, memory.index), toArea: memory.areas.of(lane.to, memory.index) }
  const now = new Date(context.now()).toISOString()
  const rates = await laneStatistics(memory, load, { ...lane, ...areas }, now, ({ fromPlaceId, toPlaceId }) => {
    const [from, to] = [context.gazetteer.byId(fromPlaceId), context.gazetteer.byId(toPlaceId)]
    return from && to && context.distance.between(from, to).km
  })
  const minor = rate.per === 'trip' ? rate.minor : load.distance ? rate.minor * load.distance.km : null
  return minor === null ? null : outsideOf(rates, { minor, currency: rate.currency, vat })
}

/** Compared as what each costs us: 95 000 with 5 % inside is no cheaper than 95 000 without. */
function outsideOf(
  rates: LaneRates,
  { minor, currency, vat }: { minor: number; currency: string; vat: VatCode },
): CaptureWarning | null {
  if (rates.state !== 'enough' || rates.currency !== currency) return null
  const treatment = VAT_CODES.find((code) => code === rates.treatment)
  const own = treatment === undefined ? minor : equalMarginMinor(minor, vat, treatment)
  const { lowMinor, highMinor } = rates.suggested
  const isOutside = own < lowMinor ? 'rate_low' : own > highMinor ? 'rate_high' : null
  return isOutside && { code: isOutside, lowMinor, highMinor, currency, count: rates.count }
}
