import type { CaptureInput, Captured } from '../../../contract/capture.ts'
import { InvalidInputError } from '../../errors.ts'
import { readCompanyNumber, readKpp, readRegisterNumber } from '../../../typed/company-number.ts'
import { readDriverLicence, readVehiclePaper } from '../../../typed/papers.ts'
import { readPhone } from '../../../typed/phone.ts'
import { readPlate } from '../../../typed/plate.ts'

type Wrong = { path: string; message: string }

/** No truck drives for less than 1 000 roubles: «85» is «85к» typed in a hurry. It is asked, never corrected. */
const SMALLEST_TRIP_MINOR = 100_000

/**
 * The press with every number, plate and phone as the reader of typed text understands it, the same that showed it
 * beside the field. Throws InvalidInputError with every field that is none.
 */
export function checkedCapture(input: CaptureInput, today: string): CaptureInput {
  const wrong: Wrong[] = []
  const read = <Value>(path: string, text: string | null, reader: (text: string) => Value | null): Value | null => {
    if (text === null) return null
    const value = reader(text)
    if (value === null) wrong.push({ path, message: 'cannot be understood' })
    return value
  }
  const phone = (path: string, text: string | null) => read(path, text, (typed) => readPhone(typed)?.e164 ?? null)
  const carrier = checkedCarrier(input, read)
  const contact = { ...input.contact, phone: phone('contact.phone', input.contact.phone) }
  const what = checkedWhat(input.what, { read, phone, wrong, today })
  if (wrong.length > 0) throw new InvalidInputError(`Wrong input: ${wrong.map(({ path }) => path).join(', ')}`, wrong)
  return { ...input, carrier, contact, what }
}

type Read = <Value>(path: string, text: string | null, reader: (text: string) => Value | null) => Value | null

function checkedCarrier({ carrier, contact }: CaptureInput, read: Read): CaptureInput['carrier'] {
  if (carrier.kind === 'known') return carrier
  const country = contact.phone === null ? null : (readPhone(contact.phone)?.country ?? null)
  const number = read('carrier.taxNumber', carrier.taxNumber, (typed) => readCompanyNumber(typed, country))
  return {
    ...carrier,
    taxNumber: number?.digits ?? null,
    // A sole trader has none, whatever was left in the field.
    kpp: number?.of === 'person' ? null : read('carrier.kpp', carrier.kpp, readKpp),
    registerNumber: read('carrier.registerNumber', carrier.registerNumber, readRegisterNumber)?.digits ?? null,
  }
}

function checkedWhat(
  what: Captured,
  {
    read,
    phone,
    wrong,
    today,
  }: { read: Read; phone(path: string, text: string | null): string | null; wrong: Wrong[]; today: string },
): Captured {
  if (what.action === 'busy') return what
  if (what.action === 'base') {
    const isMail = what.channel === 'email' && /^\S+@\S+\.\S+$/.test(what.messageContact ?? '')
    const vehicles = what.vehicles.map((vehicle, at) => ({
      ...vehicle,
      plate: read(`what.vehicles.${at}.plate`, vehicle.plate || null, readPlate)?.text ?? null,
    }))
    const contact = isMail ? what.messageContact : phone('what.messageContact', what.messageContact)
    return { ...what, vehicles, messageContact: contact }
  }
  const plate = (path: string, text: string | null) => read(path, text, readPlate)?.text ?? null
  if (what.rate.per === 'trip' && what.rate.minor < SMALLEST_TRIP_MINOR)
    wrong.push({ path: 'what.rate', message: 'too small for a trip' })
  if (what.validUntilOn !== null && what.validUntilOn < today)
    wrong.push({ path: 'what.validUntilOn', message: 'this day is over' })
  if (what.action === 'executor')
    for (const field of ['vehiclePlate', 'driverName', 'driverPhone', 'driverLicence', 'vehiclePaper'] as const)
      if (what[field] === null) wrong.push({ path: `what.${field}`, message: 'required of an executor' })
  return {
    ...what,
    vehiclePlate: plate('what.vehiclePlate', what.vehiclePlate),
    trailerPlate: plate('what.trailerPlate', what.trailerPlate),
    driverPhone: phone('what.driverPhone', what.driverPhone),
    driverLicence: read('what.driverLicence', what.driverLicence, readDriverLicence),
    vehiclePaper: read('what.vehiclePaper', what.vehiclePaper, readVehiclePaper)?.text ?? null,
  }
}
