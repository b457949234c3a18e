import { ADR_CODES, BODY_CODES, VAT_CODES } from '../../../contract/codes.ts'
import type { SchemaMap } from '../../portal/schema-map.ts'
import type { CarrierRows } from '../../store/carrier-writer.ts'
import { createItemReader, type Item, type ItemReader } from './item-reader.ts'
import type { FindPlace } from './place-finder.ts'
import { readId, readList } from './portal-values.ts'
import { readStandard } from './standard-fields.ts'
import { readDirection } from './typed-direction.ts'
import { readVehicle } from './typed-vehicle.ts'

const STATES = ['active', 'paused', 'stop'] as const
const SECURITY = ['unknown', 'passed', 'failed'] as const
const CHANNELS = ['whatsapp', 'telegram', 'max', 'sms', 'email', 'phone'] as const

/** An entry of the carrier base with its declared directions and vehicles. */
export function indexCarrier(item: Item, map: SchemaMap, findPlace: FindPlace): CarrierRows | null {
  const standard = readStandard(item)
  if (!standard) return null
  const read = createItemReader(item, map.processes.carrier)
  const { id, title, companyId, updatedAt } = standard
  return {
    carrier: {
      id,
      title,
      companyId,
      contactId: readId(item.contactId) ?? readId(readList(item.contactIds)[0]),
      state: read.code('STATE', STATES) ?? 'active',
      pausedUntilOn: read.day('PAUSED_UNTIL'),
      body: read.code('BODY', BODY_CODES),
      capacityKg: read.number('CAPACITY_KG', Number.MIN_VALUE, 1_000_000),
      volumeM3: read.number('VOLUME_M3', Number.MIN_VALUE, 10_000),
      ...whereaboutsOf(read, findPlace),
      adr: JSON.stringify(read.codes('ADR', ADR_CODES)),
      adrUntilOn: read.day('ADR_UNTIL'),
      vat: read.code('VAT', VAT_CODES),
      channel: read.code('CHANNEL', CHANNELS),
      messageContact: read.text('MESSAGE_CONTACT', 100),
      optedOutOn: read.day('OPTED_OUT_ON'),
      security: read.code('SECURITY', SECURITY) ?? 'unknown',
      securityOn: read.day('SECURITY_ON'),
      preferred: read.flag('PREFERRED') ? 1 : 0,
      doNotUse: read.flag('DO_NOT_USE') ? 1 : 0,
      doNotUseReason: read.text('DO_NOT_USE_REASON'),
      updatedAt,
    },
    directions: directionsOf(read, id, findPlace),
    vehicles: vehiclesOf(read, id),
  }
}

function whereaboutsOf(read: ItemReader, findPlace: FindPlace) {
  const homeText = read.text('HOME_PLACE')
  const nowText = read.text('NOW_PLACE')
  const freeText = read.text('FREE_PLACE')
  return {
    homeText,
    homePlaceId: findPlace(homeText),
    nowText,
    nowPlaceId: findPlace(nowText),
    nowAt: read.moment('NOW_AT'),
    freeText,
    freePlaceId: findPlace(freeText),
    freeOn: read.day('FREE_ON'),
  }
}

/** A line that names no two ends is kept as typed, so that a person can mend it; it only leads nowhere. */
function directionsOf(read: ItemReader, carrierId: number, findPlace: FindPlace): CarrierRows['directions'] {
  return read.texts('DIRECTIONS', 300).map((text, position) => {
    const typed = readDirection(text)
    return {
      carrierId,
      position,
      text,
      fromPlaceId: findPlace(typed?.from ?? null),
      toPlaceId: findPlace(typed?.to ?? null),
      bothWays: typed?.bothWays ? 1 : 0,
    }
  })
}

function vehiclesOf(read: ItemReader, carrierId: number): CarrierRows['vehicles'] {
  return read
    .texts('VEHICLES', 300)
    .map(readVehicle)
    .filter((vehicle) => vehicle !== null)
    .map((vehicle, position) => ({ carrierId, position, ...vehicle, loading: JSON.stringify(vehicle.loading) }))
}
