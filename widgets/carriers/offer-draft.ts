import type { OfferInput } from '../../contract/actions.ts'
import type { BodyCode, TermEventCode, VatCode } from '../../contract/codes.ts'
import type { CarrierRow } from '../../contract/carriers.ts'
import type { Load } from '../../contract/load.ts'
import { readAmount } from '../../typed/rate.ts'
import { dayOf } from '../shared/sentences/dates.ts'

/** The form as typed: text stays text until it is sent. */
export interface OfferDraft {
  rate: string
  vat: VatCode | null
  termEvent: TermEventCode | null
  termDays: string
  bankDays: boolean
  prepayPercent: string
  body: BodyCode | null
  capacityTonnes: string
  vehiclePlate: string
  trailerPlate: string
  driverName: string
  driverPhone: string
  /** YYYY-MM-DD or empty. */
  availableFromOn: string
  validUntilOn: string
  comment: string
}

/** No truck drives for less than 1 000 roubles: «85» is «85к» typed in a hurry. It is asked, never corrected. */
const SMALLEST_RATE_MINOR = 100_000

/** Names of the fields that can be wrong; each has a sentence of its own. */
export type OfferError = 'rate' | 'small' | 'vat' | 'capacity' | 'days' | 'prepay' | 'until'

/** A form that already knows what the carrier usually says: his VAT form, his truck, when it gets free. */
export function firstDraft(row: CarrierRow, now: Date): OfferDraft {
  const vehicle = row.vehicles.length === 1 ? row.vehicles[0] : undefined
  const freeOn = row.whereabouts?.kind === 'free' ? row.whereabouts.on : ''
  return {
    rate: '',
    vat: row.lastRate?.vat ?? null,
    termEvent: null,
    termDays: '',
    bankDays: true,
    prepayPercent: '',
    body: vehicle?.body ?? null,
    capacityTonnes: vehicle?.capacityKg ? String(vehicle.capacityKg / 1000).replace('.', ',') : '',
    vehiclePlate: vehicle?.plate ?? '',
    trailerPlate: '',
    driverName: '',
    driverPhone: '',
    availableFromOn: freeOn >= dayOf(now) ? freeOn : '',
    validUntilOn: '',
    comment: '',
  }
}

/** What the draft sends, or which fields are wrong. `key` is made once per opened form. */
export function toOfferInput(
  draft: OfferDraft,
  target: { key: string; load: Pick<Load, 'kind' | 'id' | 'targetRate'>; companyId: number; now: Date },
): { input: OfferInput; errors: null } | { input: null; errors: OfferError[] } {
  const errors: OfferError[] = []
  const minor = readAmount(draft.rate)
  if (minor == null || minor > 100_000_000_000) errors.push('rate')
  else if (minor < SMALLEST_RATE_MINOR) errors.push('small')
  if (!draft.vat) errors.push('vat')
  const tonnes = numberOrNull(draft.capacityTonnes)
  if (Number.isNaN(tonnes) || (tonnes != null && (tonnes <= 0 || tonnes > 200))) errors.push('capacity')
  const days = draft.termEvent ? (numberOrNull(draft.termDays) ?? 0) : 0
  if (!Number.isInteger(days) || days < 0 || days > 365) errors.push('days')
  const prepay = draft.termEvent ? (numberOrNull(draft.prepayPercent) ?? 0) : 0
  if (Number.isNaN(prepay) || prepay < 0 || prepay > 100) errors.push('prepay')
  if (draft.validUntilOn && draft.validUntilOn < dayOf(target.now)) errors.push('until')
  if (errors.length || minor == null || !draft.vat) return { input: null, errors }
  return {
    errors: null,
    input: {
      key: target.key,
      load: { kind: target.load.kind, id: target.load.id },
      companyId: target.companyId,
      rate: { minor, currency: target.load.targetRate?.currency ?? 'RUB' },
      vat: draft.vat,
      term: draft.termEvent ? { event: draft.termEvent, days, bankDays: draft.bankDays, prepayPercent: prepay } : null,
      body: draft.body,
      capacityKg: tonnes == null ? null : Math.round(tonnes * 1000),
      vehiclePlate: textOrNull(draft.vehiclePlate),
      trailerPlate: textOrNull(draft.trailerPlate),
      driverName: textOrNull(draft.driverName),
      driverPhone: textOrNull(draft.driverPhone),
      availableFromOn: draft.availableFromOn || null,
      validUntilAt: draft.validUntilOn ? endOfDay(draft.validUntilOn).toISOString() : null,
      comment: textOrNull(draft.comment),
    },
  }
}

/** Null when empty, NaN when it is no number. */
function numberOrNull(text: string): number | null {
  const typed = String(text).trim().replace(',', '.')
  return typed === '' ? null : Number(typed)
}

function textOrNull(text: string): string | null {
  return text.trim() || null
}

/** «до 27 ноября» means the whole of that day by the logist's own clock. */
function endOfDay(on: string): Date {
  return new Date(`${on}T23:59:59`)
}
