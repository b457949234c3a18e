import { writeFields } from '../../server/portal/written-values.ts'
import type { World } from './world.ts'

/** A new request in the portal, taken over into the copy: Москва → Казань for a client with a price. Returns its id. */
export async function plantRequest(
  world: World,
  assignedById: number,
  change: Record<string, unknown> = {},
): Promise<number> {
  const { request } = world.map.processes
  const { entityTypeId, stages } = request
  // A client of one load: he has no deal of his own.
  const client = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 4,
    fields: { title: 'ООО «Разовый груз»', assignedById },
  })
  const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId,
    useOriginalUfNames: 'Y',
    fields: {
      title: 'Москва — Казань, 20 т',
      assignedById,
      companyId: client.item.id,
      stageId: stages.SEARCH,
      ...writeFields(request, {
        LOAD_PLACE: 'Москва',
        UNLOAD_PLACE: 'Казань',
        CLIENT_RATE: { minor: 9_000_000, currency: 'RUB' },
        CLIENT_PAYMENT_FORM: '22',
      }),
      ...change,
    },
  })
  await world.settle()
  return item.id
}
