import type { CaptureStart, KnownCarrier, OpenRequest } from '../../contract/capture.ts'
import type { Language, BodyCode, VatCode, CaptureAction, ChannelCode } from '../../contract/codes.ts'
import { termAsTyped } from './typed-back.ts'

export interface VehicleDraft {
  body: BodyCode | null
  capacity: string
  volume: string
  plate: string
}

/** The form as typed: text stays text until it is sent. All four actions share it, so that a change of mind costs nothing. */
export interface FormDraft {
  action: CaptureAction
  carrier: { kind: 'known'; companyId: number } | { kind: 'new' } | null
  title: string
  taxNumber: string
  kpp: string
  registerNumber: string
  contactName: string
  contactPhone: string
  request: OpenRequest | null
  rate: string
  vat: VatCode | null
  term: string
  availableFrom: string
  validUntil: string
  body: BodyCode | null
  capacity: string
  volume: string
  plate: string
  trailer: string
  driverName: string
  driverPhone: string
  licence: string
  paper: string
  nowPlace: string
  freePlace: string
  freeOn: string
  directions: string
  vehicles: VehicleDraft[]
  homePlace: string
  channel: ChannelCode | null
  messageContact: string
  usualVat: VatCode | null
  comment: string
}

const EMPTY: FormDraft = {
  action: 'offer',
  carrier: null,
  title: '',
  taxNumber: '',
  kpp: '',
  registerNumber: '',
  contactName: '',
  contactPhone: '',
  request: null,
  rate: '',
  vat: null,
  term: '',
  availableFrom: '',
  validUntil: '',
  body: null,
  capacity: '',
  volume: '',
  plate: '',
  trailer: '',
  driverName: '',
  driverPhone: '',
  licence: '',
  paper: '',
  nowPlace: '',
  freePlace: '',
  freeOn: '',
  directions: '',
  vehicles: [],
  homePlace: '',
  channel: null,
  messageContact: '',
  usualVat: null,
  comment: '',
}

export const emptyVehicle = (): VehicleDraft => ({ body: null, capacity: '', volume: '', plate: '' })

/** A form that already knows who calls, what he last said, and what he is likeliest to speak of. */
export function firstDraft(start: CaptureStart, language: Language): FormDraft {
  const draft: FormDraft = { ...EMPTY, action: start.action, vehicles: [emptyVehicle()], request: likeliest(start) }
  return start.carrier ? { ...draft, ...knownOf(start.carrier, language) } : { ...draft, carrier: strangerOf(start) }
}

/** A number nobody has is a new carrier; without a number somebody has to be chosen. */
function strangerOf(start: CaptureStart): FormDraft['carrier'] {
  return start.callerPhone !== null && start.others.length === 0 ? { kind: 'new' } : null
}

/** Nothing is chosen for anybody without a reason. */
function likeliest({ requests }: CaptureStart): OpenRequest | null {
  const [first] = requests
  return first?.why ? first : null
}

/** What is known of a carrier, as somebody would have typed it. */
export function knownOf(carrier: KnownCarrier, language: Language): Partial<FormDraft> {
  const { last } = carrier
  const only = carrier.vehicles.length === 1 ? carrier.vehicles[0] : undefined
  const truck = last ?? (only && { ...only, vehiclePlate: only.plate, trailerPlate: null, driverName: null })
  return {
    carrier: { kind: 'known', companyId: carrier.companyId },
    vat: last?.vat ?? carrier.vat,
    term: last?.term ? termAsTyped(last.term, language) : '',
    body: truck?.body ?? null,
    capacity: tonnesAsTyped(truck?.capacityKg ?? null),
    volume: truck?.volumeM3 ? String(truck.volumeM3).replace('.', ',') : '',
    plate: truck?.vehiclePlate ?? '',
    trailer: truck?.trailerPlate ?? '',
    driverName: truck?.driverName ?? '',
    homePlace: carrier.homePlace ?? '',
    channel: carrier.channel,
    usualVat: carrier.vat,
  }
}

function tonnesAsTyped(kg: number | null): string {
  return kg === null ? '' : String(kg / 1000).replace('.', ',')
}

/** A kept draft as far as it is one; fields of an older form are left out. */
export function restoredDraft(kept: unknown, start: CaptureStart, language: Language): FormDraft | null {
  if (typeof kept !== 'object' || kept === null) return null
  const first = firstDraft(start, language)
  const known = Object.fromEntries(
    Object.entries(kept).filter(([name, value]) => {
      const standing = (EMPTY as unknown as Record<string, unknown>)[name]
      return name in EMPTY && (standing === null || typeof value === typeof standing)
    }),
  )
  const draft = { ...first, ...known } as FormDraft
  return draft.vehicles.length > 0 ? draft : { ...draft, vehicles: first.vehicles }
}
