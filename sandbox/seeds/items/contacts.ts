import { minuteAt, momentText } from '../days.ts'
import { fullName } from '../people/names.ts'
import { mobile } from '../people/phones.ts'
import { mix, Random } from '../random.ts'
import { CONTACT } from '../schema/process.ts'
import type { SeedItem } from '../seed.ts'
import type { Client } from '../world/clients.ts'
import type { World } from '../world/world.ts'
import { phone } from './companies.ts'

const WITH_DISPATCHER = 0.45

/** Each client has one person; the numbers follow his. */
export function clientContactId(client: Client): number {
  return client.id
}

/** The carrier's dispatcher where he has one: the contact bears the company's number. */
export function dispatcherId(world: World, carrierId: number): number | null {
  return new Random(world.seedOf('dispatcher', carrierId)).chance(WITH_DISPATCHER) ? carrierId : null
}

export function* contactItems(world: World): Generator<SeedItem> {
  const clients = world.clients.map((client) => ({ id: client.id, by: client.manager, post: 'Логист клиента' }))
  const carriers = world.carriers.flatMap(({ id, phones }) => {
    const wanted = phones === undefined && dispatcherId(world, id) !== null
    return wanted ? [{ id, by: world.logists[0], post: 'Диспетчер' }] : []
  })
  for (const { id, by, post } of [...clients, ...carriers].sort((a, b) => a.id - b.id)) {
    const random = new Random(mix(world.seedOf('contact', id), 5))
    const when = momentText(minuteAt(world.today - random.integer(10, 720), random.integer(540, 1100)))
    const fields = {
      ...fullName(random),
      post,
      companyId: id,
      companyIds: [id],
      assignedById: by,
      createdBy: by,
      createdTime: when,
      updatedTime: when,
      fm: [phone(mobile(random))],
    }
    yield { entityTypeId: CONTACT, id, fields }
  }
}
