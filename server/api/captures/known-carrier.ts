import { type CaptureWarning, type KnownCarrier } from '../../../contract/capture.ts'
import { BODY_CODES, TERM_EVENT_CODES, VAT_CODES, CHANNEL_CODES } from '../../../contract/codes.ts'
import { NotFoundError } from '../../errors.ts'
import {
  readCarrierBases,
  readCompanyTitles,
  readDeclaredVehicles,
  readOfferedVehicles,
} from '../../store/candidates.ts'
import { readDirectionTexts, readLastOffer } from '../../store/carrier-offers.ts'
import type { PortalStore } from '../../store/database.ts'
import { readCarrierPhones } from '../../store/phones.ts'
import type { CarrierBaseRow, OfferRow } from '../../store/schema.ts'
import { vehiclesOf } from '../carriers/base-facts.ts'
import { maskedPhone } from '../carriers/masked-phone.ts'
import { readSecurityRule } from '../carriers/portal-choices.ts'
import { companyWarnings } from './company-warnings.ts'

/** What the form begins with for this company. Throws NotFoundError for one the copy does not have. */
export async function viewKnownCarrier(store: PortalStore, companyId: number, now: string): Promise<KnownCarrier> {
  const ids = [companyId]
  const name = (await readCompanyTitles(store, ids)).get(companyId)
  if (name === undefined) throw new NotFoundError('There is no such company in the portal')
  const entry = (await readCarrierBases(store, ids)).get(companyId) ?? null
  const phone = (await readCarrierPhones(store, ids)).get(companyId)
  const vehicles = vehiclesOf(await readDeclaredVehicles(store, ids), await readOfferedVehicles(store, ids))
  const last = await readLastOffer(store, companyId)
  return {
    companyId,
    name,
    phone: phone ? maskedPhone(phone.phone) : null,
    person: phone?.person ?? null,
    inBase: entry !== null,
    vehicles: vehicles.get(companyId) ?? [],
    directions: await readDirectionTexts(store, companyId),
    homePlace: entry?.homeText ?? null,
    freePlace: entry?.freeText ?? null,
    freeOn: entry?.freeOn ?? null,
    channel: CHANNEL_CODES.find((code) => code === entry?.channel) ?? null,
    vat: VAT_CODES.find((code) => code === entry?.vat) ?? null,
    last: last && lastOf(last),
    warnings: await warningsOf(store, entry, now),
  }
}

async function warningsOf(store: PortalStore, entry: CarrierBaseRow | null, now: string): Promise<CaptureWarning[]> {
  return entry ? companyWarnings(entry, await readSecurityRule(store), now) : []
}

function lastOf(offer: OfferRow): KnownCarrier['last'] {
  const event = TERM_EVENT_CODES.find((code) => code === offer.termEvent)
  return {
    vat: VAT_CODES.find((code) => code === offer.vat) ?? null,
    term: event
      ? {
          event,
          days: offer.termDays ?? 0,
          bankDays: offer.termBankDays === 1,
          prepayPercent: offer.prepayPercent ?? 0,
        }
      : null,
    body: BODY_CODES.find((code) => code === offer.body) ?? null,
    capacityKg: offer.capacityKg,
    volumeM3: offer.volumeM3,
    vehiclePlate: offer.vehiclePlate,
    trailerPlate: offer.trailerPlate,
    driverName: offer.driverName,
    at: offer.createdAt,
  }
}
