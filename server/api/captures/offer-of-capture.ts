import type { Captured } from '../../../contract/capture.ts'
import { DEFAULT_TIME_ZONE } from '../../match/days.ts'
import type { NewOfferPayload } from '../../outbox/commands/offer-payload.ts'
import type { StepReference } from '../../outbox/commands/step-reference.ts'
import { dayStart } from '../offers/day-start.ts'
import type { CaptureFacts } from './chain-of-capture.ts'

const WHOLE_ROUBLE = 100

/**
 * The offer as it will stand in the portal. A price per kilometre becomes one for the trip only where the card of the
 * request says how long it is: an estimate of ours is no agreement.
 */
export function offerOfCapture(
  what: Extract<Captured, { rate: unknown }>,
  facts: Pick<CaptureFacts, 'load' | 'timeZone' | 'companyId' | 'companyName' | 'isCall' | 'language'>,
  company: StepReference,
): NewOfferPayload {
  const row = facts.load!
  const zone = facts.timeZone ?? DEFAULT_TIME_ZONE
  const { minor, currency, per } = what.rate
  const tripMinor = per === 'trip' ? minor : row.distanceKm === null ? null : minor * row.distanceKm
  return {
    language: facts.language,
    load: what.load,
    companyId: facts.companyId,
    companyStep: 'step' in company ? company.step : null,
    companyName: facts.companyName,
    action: what.action === 'executor' ? 'executor' : 'quote',
    rate: tripMinor === null ? null : { minor: per === 'trip' ? tripMinor : wholeRoubles(tripMinor), currency },
    ratePerKm: per === 'km' ? { minor, currency } : null,
    vat: what.vat,
    term: what.term,
    body: what.body,
    capacityKg: what.capacityKg,
    volumeM3: what.volumeM3,
    vehiclePlate: what.vehiclePlate,
    trailerPlate: what.trailerPlate,
    driverName: what.driverName,
    driverPhone: what.driverPhone,
    driverLicence: what.driverLicence,
    vehiclePaper: what.vehiclePaper,
    availableFromAt: what.availableFromOn && dayStart(what.availableFromOn, zone),
    validUntilAt: what.validUntilOn && endOf(what.validUntilOn, zone),
    validUntilOn: what.validUntilOn,
    source: facts.isCall ? 'call' : 'form',
    comment: what.comment,
    loadText: row.loadText,
    unloadText: row.unloadText,
    loadFromAt: row.loadFromAt,
  }
}

function wholeRoubles(minor: number): number {
  return Math.round(minor / WHOLE_ROUBLE) * WHOLE_ROUBLE
}

/** «до 27 ноября» means the whole of that day where the truck loads. */
function endOf(on: string, zone: string): string {
  const next = new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return new Date(Date.parse(dayStart(next, zone)) - 1000).toISOString()
}
