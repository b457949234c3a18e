import { dayText, minuteAt, momentText } from '../days.ts'
import { hubAt } from '../geography/towns.ts'
import { typePlace } from '../geography/place-texts.ts'
import { mobile } from '../people/phones.ts'
import { Random, wheelOf } from '../random.ts'
import type { PlainValue } from '../schema/process.ts'
import { CARRIER } from '../schema/processes.ts'
import type { SeedItem } from '../seed.ts'
import type { Carrier } from '../world/carriers.ts'
import { vatOn } from '../world/vat.ts'
import type { Vehicle } from '../world/vehicles.ts'
import type { World } from '../world/world.ts'
import { dispatcherId } from './contacts.ts'
import { directionTexts } from './direction-texts.ts'
import { standing } from './standing.ts'

const CHANNELS = wheelOf<string>({ whatsapp: 25, telegram: 30, max: 15, sms: 10, email: 3, phone: 17 })
const CONSENTS = ['анкета на сайте', 'по телефону', 'договор', 'ответ в мессенджере']

export function* carrierItems(world: World): Generator<SeedItem> {
  let id = 1
  for (const carrier of world.carriers) if (carrier.inBase) yield carrierItem(world, carrier, id++)
}

function carrierItem(world: World, carrier: Carrier, id: number): SeedItem {
  const random = new Random(world.seedOf('base', carrier.id))
  const logist = random.pick(world.logists)
  const contact = carrier.phones === undefined ? dispatcherId(world, carrier.id) : null
  const when = minuteAt(world.today - random.integer(5, 700), random.integer(540, 1100))
  const fields: Record<string, unknown> = {
    title: carrier.name,
    categoryId: CARRIER.categoryId,
    assignedById: logist,
    createdBy: logist,
    updatedBy: logist,
    createdTime: momentText(when),
    updatedTime: momentText(Math.min(world.end, when + random.integer(0, 400) * 1440)),
    companyId: carrier.id,
    contactIds: contact === null ? [] : [contact],
    parentId4: carrier.id,
  }
  if (contact !== null) fields.parentId3 = contact
  const told = carrier.told ?? { ...standing(world, carrier, random), ...whereabouts(world, carrier, random) }
  CARRIER.write(fields, transport(world, carrier, random), told, messaging(world, random))
  return { entityTypeId: CARRIER.entityTypeId, id, fields }
}

/** `tent; 20; 82; rear,side,top; А123ВС716/ВА456116` */
function vehicleText({ body, tonnes, volumeM3, loading, plate, trailerPlate }: Vehicle, withPlate: boolean): string {
  const plates = trailerPlate === null ? plate : `${plate}/${trailerPlate}`
  const cells = [body, tonnes, volumeM3 > 0 ? volumeM3 : '', loading.join()]
  return (withPlate ? [...cells, plates] : cells).join('; ')
}

function transport(world: World, carrier: Carrier, random: Random): Record<string, PlainValue> {
  const { vehicles } = carrier
  const largest = vehicles.reduce((best, one) => (one.tonnes > best.tonnes ? one : best))
  const volumeM3 = Math.max(...vehicles.map((vehicle) => vehicle.volumeM3))
  return {
    DIRECTIONS: directionTexts(world, carrier, random),
    VEHICLES: vehicles.map((vehicle) => vehicleText(vehicle, carrier.told !== undefined || random.chance(0.6))),
    BODY: largest.body,
    CAPACITY_KG: largest.tonnes * 1000,
    VOLUME_M3: volumeM3 > 0 ? volumeM3 : null,
    HOME_PLACE: carrier.told || random.chance(0.8) ? typePlace(random, hubAt(carrier.home)) : null,
    VAT: carrier.told || random.chance(0.75) ? vatOn(world.today, carrier.regime) : null,
  }
}

/** Where the truck was seen yesterday, or where it will be empty: known of every third carrier. */
function whereabouts(world: World, carrier: Carrier, random: Random): Record<string, PlainValue> {
  const ends = carrier.habits.flatMap(({ from, to }) => [from, from, to])
  const place = typePlace(random, hubAt(ends.length > 0 ? random.pick(ends) : carrier.home))
  const roll = random.next()
  if (roll < 0.18) {
    const seen = minuteAt(world.today - random.pick([1, 1, 1, 2, 3]), random.integer(480, 1200))
    return { NOW_PLACE: place, NOW_AT: momentText(seen) }
  }
  if (roll < 0.33) return { FREE_PLACE: place, FREE_ON: dayText(world.today + random.integer(-1, 6)) }
  return {}
}

function messaging(world: World, random: Random): Record<string, PlainValue> {
  const consented = random.chance(0.6)
  return {
    CHANNEL: random.chance(0.8) ? CHANNELS.draw(random) : null,
    MESSAGE_CONTACT: random.chance(0.2) ? mobile(random) : null,
    CONSENT_SOURCE: consented ? random.pick(CONSENTS) : null,
    CONSENT_ON: consented ? dayText(world.today - random.integer(20, 700)) : null,
  }
}
