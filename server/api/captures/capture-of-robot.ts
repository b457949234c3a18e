import { captureInput, type CaptureInput } from '../../../contract/capture.ts'
import type { CaptureAction } from '../../../contract/codes.ts'
import { InvalidInputError } from '../../errors.ts'
import { readDay } from '../../../typed/day.ts'
import { readRate } from '../../../typed/rate.ts'
import { readTerm } from '../../../typed/term.ts'
import { readWeightKg } from '../../../typed/weight.ts'

/**
 * What an integrator's process says, as a press of the form: texts are read by the same readers a logist's are.
 * Throws InvalidInputError with every property that is none.
 */
export function captureOfRobot(
  action: CaptureAction,
  properties: Record<string, string>,
  { key, today }: { key: string; today: string },
): CaptureInput {
  const wrong: { path: string; message: string }[] = []
  const text = (name: string) => properties[name]?.trim() || null
  const read = <Value>(name: string, reader: (typed: string) => Value | null): Value | null => {
    const typed = text(name)
    const value = typed === null ? null : reader(typed)
    if (typed !== null && value === null) wrong.push({ path: name, message: 'cannot be understood' })
    return value
  }
  const day = (name: string) => read(name, (typed) => readDay(typed, today))
  const directions = (text('directions') ?? '')
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
  const comment = text('comment')
  const rate = read('rate', readRate)
  const priced = {
    load: { kind: 'request', id: Number(text('request')) },
    rate: rate && { ...rate, currency: 'RUB' },
    vat: text('vat'),
    term: read('term', readTerm),
    body: null,
    capacityKg: read('capacity', readWeightKg),
    volumeM3: null,
    vehiclePlate: text('plate'),
    trailerPlate: text('trailer'),
    driverName: text('driver_name'),
    driverPhone: text('driver_phone'),
    driverLicence: text('licence'),
    vehiclePaper: text('paper'),
    availableFromOn: day('available_from'),
    validUntilOn: day('valid_until'),
    comment,
  }
  const busy = { load: null, nowPlace: text('now_place'), freePlace: text('free_place'), freeOn: day('free_on') }
  const base = { vehicles: [], homePlace: text('home_place'), channel: null, messageContact: null, vat: null }
  const said = {
    offer: priced,
    executor: priced,
    busy: { ...busy, directions, comment },
    base: { ...base, directions, comment },
  }
  const parsed = captureInput.safeParse({
    key,
    callId: null,
    carrier: { kind: 'known', companyId: Number(text('company')) },
    contact: { name: null, phone: null },
    what: { action, ...said[action] },
  })
  const faults = [
    ...wrong,
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))),
  ]
  if (!parsed.success || faults.length > 0)
    throw new InvalidInputError(`Wrong input: ${faults.map(({ path }) => path).join(', ')}`, faults)
  return parsed.data
}
