import type { CaptureInput, Captured } from '../../contract/capture.ts'
import { readCompanyNumber, readKpp, readRegisterNumber } from '../../typed/company-number.ts'
import { readDay } from '../../typed/day.ts'
import { readDriverLicence, readVehiclePaper } from '../../typed/papers.ts'
import { readPhone } from '../../typed/phone.ts'
import { readPlate } from '../../typed/plate.ts'
import { readRate } from '../../typed/rate.ts'
import { readTerm } from '../../typed/term.ts'
import { readWeightKg } from '../../typed/weight.ts'
import type { FormDraft } from './form-draft.ts'

/** Fields that can be wrong; each has a sentence of its own, by kind of fault. */
export type FieldName =
  | Exclude<keyof FormDraft, 'action' | 'vehicles'>
  | `vehicles.${number}.${'capacity' | 'volume' | 'plate'}`
export type Fault = 'needed' | 'wrong' | 'small' | 'past' | 'foreign'
export type Faults = Partial<Record<FieldName, Fault>>

const SMALLEST_TRIP_MINOR = 100_000

interface Place {
  key: string
  callId: string | null
  currency: string
  today: string
  /** Whether a number comes with the call or the lead: it need not be typed then. */
  hasCaller: boolean
}

/** What the form sends, or which fields are wrong. The readers are those that show beside each field what they understood. */
export function toCapture(
  draft: FormDraft,
  place: Place,
): { input: CaptureInput; faults: null } | { input: null; faults: Faults } {
  const faults: Faults = {}
  const optional = <Value>(field: FieldName, text: string, read: (text: string) => Value | null): Value | null => {
    if (text.trim() === '') return null
    const value = read(text)
    if (value === null) faults[field] = 'wrong'
    return value
  }
  const need = (field: FieldName, isThere: boolean) => {
    if (!isThere && !faults[field]) faults[field] = 'needed'
  }
  const phone = (field: FieldName, text: string) => optional(field, text, (typed) => readPhone(typed)?.e164 ?? null)
  // Where these fields are not on screen, what was once typed into them is not meant.
  const isContactAsked = draft.carrier?.kind === 'new' || draft.action === 'base'
  const contact = {
    name: isContactAsked ? textOrNull(draft.contactName) : null,
    phone: isContactAsked ? phone('contactPhone', draft.contactPhone) : null,
  }
  const carrier = carrierOf(draft, optional, need)
  if (draft.carrier?.kind === 'new' && !place.hasCaller) need('contactPhone', contact.phone !== null)
  const what = whatOf(draft, place, { optional, need, phone, faults })
  if (Object.keys(faults).length > 0 || !carrier || !what) return { input: null, faults }
  return { input: { key: place.key, callId: place.callId, carrier, contact, what }, faults: null }
}

type Optional = <Value>(field: FieldName, text: string, read: (text: string) => Value | null) => Value | null
type Need = (field: FieldName, isThere: boolean) => void

function carrierOf(draft: FormDraft, optional: Optional, need: Need): CaptureInput['carrier'] | null {
  if (draft.carrier === null) {
    need('carrier', false)
    return null
  }
  if (draft.carrier.kind === 'known') return draft.carrier
  need('title', draft.title.trim().length >= 2)
  const country = readPhone(draft.contactPhone)?.country ?? null
  return {
    kind: 'new',
    title: draft.title.trim(),
    taxNumber: optional('taxNumber', draft.taxNumber, (text) => readCompanyNumber(text, country)?.digits ?? null),
    kpp: optional('kpp', draft.kpp, readKpp),
    registerNumber: optional(
      'registerNumber',
      draft.registerNumber,
      (text) => readRegisterNumber(text)?.digits ?? null,
    ),
  }
}

interface Tools {
  optional: Optional
  need: Need
  phone(field: FieldName, text: string): string | null
  faults: Faults
}

function whatOf(draft: FormDraft, place: Place, tools: Tools): Captured | null {
  if (draft.action === 'busy') return busyOf(draft, place, tools)
  if (draft.action === 'base') return baseOf(draft, tools)
  return pricedOf(draft, draft.action, place, tools)
}

function pricedOf(draft: FormDraft, action: 'offer' | 'executor', place: Place, tools: Tools): Captured | null {
  const { optional, need, phone, faults } = tools
  const day = (text: string) => readDay(text, place.today)
  const rate = optional('rate', draft.rate, readRate)
  need('request', draft.request !== null)
  need('rate', rate !== null)
  need('vat', draft.vat !== null)
  if (rate?.per === 'trip' && rate.minor < SMALLEST_TRIP_MINOR) faults.rate = 'small'
  const validUntilOn = optional('validUntil', draft.validUntil, day)
  if (validUntilOn !== null && validUntilOn < place.today) faults.validUntil = 'past'
  const vehiclePlate = optional('plate', draft.plate, (text) => readPlate(text)?.text ?? null)
  const driverPhone = phone('driverPhone', draft.driverPhone)
  const driverLicence = optional('licence', draft.licence, readDriverLicence)
  const vehiclePaper = optional('paper', draft.paper, (text) => readVehiclePaper(text)?.text ?? null)
  if (action === 'executor') {
    need('plate', vehiclePlate !== null)
    need('driverName', draft.driverName.trim() !== '')
    need('driverPhone', driverPhone !== null)
    need('licence', driverLicence !== null)
    need('paper', vehiclePaper !== null)
  }
  const found = {
    term: optional('term', draft.term, readTerm),
    capacityKg: optional('capacity', draft.capacity, readWeightKg),
    volumeM3: optional('volume', draft.volume, readVolume),
    trailerPlate: optional('trailer', draft.trailer, (text) => readPlate(text)?.text ?? null),
    availableFromOn: optional('availableFrom', draft.availableFrom, day),
  }
  if (!draft.request || !rate || !draft.vat) return null
  return {
    action,
    load: { kind: draft.request.kind, id: draft.request.id },
    rate: { ...rate, currency: draft.request.targetRate?.currency ?? place.currency },
    vat: draft.vat,
    body: draft.body,
    ...found,
    vehiclePlate,
    driverName: textOrNull(draft.driverName),
    driverPhone,
    driverLicence,
    vehiclePaper,
    validUntilOn,
    comment: textOrNull(draft.comment),
  }
}

function busyOf(draft: FormDraft, place: Place, { optional, faults }: Tools): Captured {
  const directions = linesOf(draft.directions)
  if (directions.some((line) => !isDirection(line))) faults.directions = 'wrong'
  const freeOn = optional('freeOn', draft.freeOn, (text) => readDay(text, place.today))
  if (freeOn !== null && freeOn < place.today) faults.freeOn = 'past'
  const what = { nowPlace: textOrNull(draft.nowPlace), freePlace: textOrNull(draft.freePlace), freeOn }
  if (!what.nowPlace && !what.freePlace && !freeOn && directions.length === 0 && !faults.freeOn)
    faults.freePlace = 'needed'
  const load = draft.request && { kind: draft.request.kind, id: draft.request.id }
  return { action: 'busy', load, ...what, directions, comment: textOrNull(draft.comment) }
}

function baseOf(draft: FormDraft, { optional, phone, faults }: Tools): Captured {
  const directions = linesOf(draft.directions)
  if (directions.some((line) => !isDirection(line))) faults.directions = 'wrong'
  const vehicles = draft.vehicles
    .map((vehicle, at) => ({
      body: vehicle.body,
      capacityKg: optional(`vehicles.${at}.capacity`, vehicle.capacity, readWeightKg),
      volumeM3: optional(`vehicles.${at}.volume`, vehicle.volume, readVolume),
      lengthM: null,
      loading: [],
      plate: optional(`vehicles.${at}.plate`, vehicle.plate, (text) => readPlate(text)?.text ?? null),
    }))
    .filter((one) => one.body ?? one.capacityKg ?? one.volumeM3 ?? one.plate)
  const isMail = draft.channel === 'email'
  return {
    action: 'base',
    directions,
    vehicles,
    homePlace: textOrNull(draft.homePlace),
    channel: draft.channel,
    messageContact: isMail
      ? optional('messageContact', draft.messageContact, (text) =>
          /^\S+@\S+\.\S+$/.test(text.trim()) ? text.trim() : null,
        )
      : phone('messageContact', draft.messageContact),
    vat: draft.usualVat,
    comment: textOrNull(draft.comment),
  }
}

/** «Москва — Казань», «мск-казань», «Уфа ↔ Самара»: two ends with something between them. */
export function isDirection(line: string): boolean {
  return /^\S.*?(?:↔|⇄|<->|<>|=>|->|→|\s[-–—]\s|[—–]).*\S$/u.test(line) || /^[\p{L}.]+-[\p{L}.]+$/u.test(line)
}

/** One lane a line, as the carrier base keeps it: «Москва — Казань», both ways with «↔». */
export function linesOf(text: string): string[] {
  return text
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) =>
      line
        .replace(/\s*(?:↔|⇄|<->|<>)\s*/u, ' ↔ ')
        .replace(/\s*(?:=>|->|→)\s*/u, ' — ')
        .replace(/\s[-–—]\s|[—–]/u, ' — ')
        .replace(/^([\p{L}.]+)-([\p{L}.]+)$/u, '$1 — $2')
        .replaceAll(/\s{2,}/g, ' '),
    )
}

export function readVolume(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:м3|м³|куб[а-я]*|m3)?\.?$/i.exec(text.trim())
  const value = match ? Number(match[1]!.replace(',', '.')) : 0
  return value > 0 && value <= 1000 ? value : null
}

function textOrNull(text: string): string | null {
  return text.trim() || null
}
