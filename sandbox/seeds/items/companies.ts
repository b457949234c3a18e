import { momentText, minuteAt } from '../days.ts'
import { belarusPhone, kazakhPhone, mobile, officePhone } from '../people/phones.ts'
import { mix, Random } from '../random.ts'
import { COMPANY } from '../schema/process.ts'
import type { SeedItem } from '../seed.ts'
import type { Carrier } from '../world/carriers.ts'
import type { Client } from '../world/clients.ts'
import type { World } from '../world/world.ts'

/** The forwarder's own legal entities. */
export const OWN_COMPANIES = { logistics: 1, express: 2, south: 3, entrepreneur: 4 } as const
export const OWN_NAMES: readonly (readonly [number, string])[] = [
  [OWN_COMPANIES.logistics, 'ООО «Могутин Логистика»'],
  [OWN_COMPANIES.express, 'ООО «Могутин Экспресс»'],
  [OWN_COMPANIES.south, 'ООО «Могутин Юг»'],
  [OWN_COMPANIES.entrepreneur, 'ИП Могутин А. Н.'],
]

export interface MultiField {
  typeId: 'PHONE' | 'EMAIL'
  valueType: 'WORK' | 'MOBILE'
  value: string
}

function company(id: number, createdAt: number, fields: Record<string, unknown>): SeedItem {
  const when = momentText(createdAt)
  return { entityTypeId: COMPANY, id, fields: { isMyCompany: 'N', createdTime: when, updatedTime: when, ...fields } }
}

/** Own entities, clients, carriers. */
export function* companyItems(world: World, director: number): Generator<SeedItem> {
  const founded = minuteAt(world.today - 1500, 600)
  for (const [id, title] of OWN_NAMES) {
    const fields = { title, typeId: 'OTHER', isMyCompany: 'Y', assignedById: director, createdBy: director }
    yield company(id, founded, fields)
  }
  const byId = [...world.clients.map(clientItem(world)), ...world.carriers.map(carrierItem(world))]
  byId.sort((a, b) => a.id - b.id)
  for (const { make } of byId) yield make()
}

const clientItem = (world: World) => (client: Client) => ({
  id: client.id,
  make: (): SeedItem => {
    const random = new Random(mix(world.seedOf('client', client.id), 3))
    const by = { assignedById: client.manager, createdBy: client.manager }
    const fm = [phone(officePhone(random)), email(`zakaz${client.id}@client.example`)]
    return company(client.id, joined(world, random), { title: client.name, typeId: 'CUSTOMER', ...by, fm })
  },
})

const carrierItem = (world: World) => (carrier: Carrier) => ({
  id: carrier.id,
  make: (): SeedItem => {
    const random = new Random(mix(world.seedOf('company', carrier.id), 3))
    const logist = random.pick(world.logists)
    const phones = carrier.phones ?? carrierPhones(random, carrier)
    const fm = [...phones.map(phone), ...(random.chance(0.4) ? [email(`office${carrier.id}@carrier.example`)] : [])]
    const fields = { title: carrier.name, typeId: 'SUPPLIER', assignedById: logist, createdBy: logist, fm }
    return company(carrier.id, joined(world, random), fields)
  },
})

function joined(world: World, random: Random): number {
  return minuteAt(world.today - random.integer(731, 1400), random.integer(540, 1100))
}

function carrierPhones(random: Random, { form }: Carrier): string[] {
  if (random.chance(0.02)) return []
  const dial = form === 'kazakh' ? kazakhPhone : form === 'belarusian' ? belarusPhone : mobile
  const count = random.pick([1, 1, 1, 1, 2, 2, 3])
  const phones = Array.from({ length: count }, () => dial(random))
  return form === 'company' && random.chance(0.12) ? [officePhone(random), ...phones] : phones
}

export function phone(value: string): MultiField {
  return { typeId: 'PHONE', valueType: 'WORK', value }
}

function email(value: string): MultiField {
  return { typeId: 'EMAIL', valueType: 'WORK', value }
}
