import type { World } from './world.ts'

/** A new request in the portal, taken over into the copy: Москва → Казань for a client with a price. Returns its id. */
export async function plantRequest(
  world: World,
  assignedById: number,
  change: Record<string, unknown> = {},
): Promise<number> {
  const { entityTypeId, fields, stages } = world.map.processes.request
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
      [fields.LOAD_PLACE!.name]: 'Москва',
      [fields.UNLOAD_PLACE!.name]: 'Казань',
      [fields.CLIENT_RATE!.name]: '90000|RUB',
      [fields.CLIENT_PAYMENT_FORM!.name]: fields.CLIENT_PAYMENT_FORM!.elements!['22'],
      ...change,
    },
  })
  await world.settle()
  return item.id
}
