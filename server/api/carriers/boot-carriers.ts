import { NotAllowedError } from '../../errors.ts'
import { readLoadRow } from '../../store/load-reader.ts'
import { carriersFor } from '../carriers.get.ts'
import type { Card } from '../session/standing.ts'
import { withinLimit } from '../session/time-limit.ts'
import type { Opening, WidgetBoot } from '../session/widget-boot.ts'

/** The tab of a request or an order: the whole first list. */
export const bootCarriers: WidgetBoot = async (opening) => {
  const { context, room, card, viewer, session, stale } = opening
  if (card?.kind !== 'request' && card?.kind !== 'order')
    throw new NotAllowedError('no_right', 'This widget does not open in this place')
  await fetchIfMissing(opening, card)
  const load = { kind: card.kind, id: card.id }
  return { state: 'carriers', session, answer: await carriersFor(context, room, viewer, load, stale) }
}

/** A card proved a while ago that the copy has lost since (or never had): read once, with the viewer's own rights. */
async function fetchIfMissing({ context, room, posted }: Opening, card: Card): Promise<void> {
  if ((card.kind === 'request' || card.kind === 'order') && (await readLoadRow(room.store, card.kind, card.id))) return
  const { result } = await withinLimit(context.proofLimitMs, (givenUp) =>
    room.clients
      .forPostedToken(room.portal, posted.accessToken, givenUp)
      .call<{ item: Record<string, unknown> }>('crm.item.get', {
        entityTypeId: card.entityTypeId,
        id: card.id,
        useOriginalUfNames: 'Y',
      }),
  )
  await room.takeOver(card.kind, result.item)
}
