import type { CardReference } from '../../../contract/card.ts'
import { typeIdOfCard } from '../../portal/schema-map.ts'
import { DeliveryRefusedError, type Delivery } from '../command.ts'
import { failureOf } from '../failure.ts'

/**
 * The end of a write that names these cards. A portal refuses the name of a card that was deleted as it refuses any other
 * bad value: only by asking for the card itself does a person learn what has happened.
 * Throws DeliveryRefusedError('item_gone') where the portal says that one of them is gone, else what the write threw.
 */
export async function orSayWhatIsGone<Result>(
  { client, map }: Pick<Delivery<unknown>, 'client' | 'map'>,
  cards: readonly CardReference[],
  write: Promise<Result>,
): Promise<Result> {
  try {
    return await write
  } catch (error) {
    if (failureOf(error).reason !== 'field_rejected') throw error
    for (const { kind, id } of cards) {
      const answer = client.call('crm.item.get', { entityTypeId: typeIdOfCard(kind, map), id })
      // Whatever else it answers, or that it does not, says nothing of why the write was refused.
      const reason = await answer.then(
        () => null,
        (refusal: unknown) => failureOf(refusal).reason,
      )
      if (reason === 'item_gone') throw new DeliveryRefusedError('item_gone', `The ${kind} it belongs to was deleted`)
    }
    throw error
  }
}
