import type { Delivery } from './command.ts'

/** Companies and contacts have no xmlId: who made them, and under which key. */
export const ORIGINATOR = 'reis'

/** The company or contact our chain has made; null when it has not. */
export async function findByOrigin(
  { client, chainKey }: Pick<Delivery<unknown>, 'client' | 'chainKey'>,
  entityTypeId: number,
): Promise<{ portalId: number } | null> {
  const { result } = await client.call<{ items: { id: number }[] }>('crm.item.list', {
    entityTypeId,
    filter: { '=originatorId': ORIGINATOR, '=originId': chainKey },
    select: ['id'],
    order: { id: 'ASC' },
  })
  const first = result.items[0]
  return first ? { portalId: Number(first.id) } : null
}

/** A phone as a multifield of a new item; nothing where there is none. */
export function phoneField(phone: string | null): { fm?: { typeId: string; valueType: string; value: string }[] } {
  return phone === null ? {} : { fm: [{ typeId: 'PHONE', valueType: 'WORK', value: phone }] }
}
