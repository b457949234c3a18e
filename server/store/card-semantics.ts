import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'

/** How these cards stand now, by kind and id («request 15»); cards that are gone are absent. */
export async function readCardSemantics(
  store: PortalStore,
  cards: readonly { cardKind: string; cardId: number }[],
): Promise<Map<string, 'P' | 'S' | 'F'>> {
  const idsOf = (kind: string) => idList(cards.filter((one) => one.cardKind === kind).map(({ cardId }) => cardId))
  const loads = await store
    .selectFrom('load')
    .select(['kind', 'id', 'semantics'])
    .where((is) =>
      is.or([
        is.and([is('kind', '=', 'request'), is('id', 'in', idsOf('request'))]),
        is.and([is('kind', '=', 'order'), is('id', 'in', idsOf('order'))]),
      ]),
    )
    .execute()
  const leads = await store.selectFrom('lead').select(['id', 'semantics']).where('id', 'in', idsOf('lead')).execute()
  return new Map([
    ...loads.map(({ kind, id, semantics }) => [`${kind} ${id}`, semantics] as const),
    ...leads.map(({ id, semantics }) => [`lead ${id}`, semantics as 'P' | 'S' | 'F'] as const),
  ])
}
