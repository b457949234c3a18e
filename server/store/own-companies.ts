import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'

/** Legal entities of ours with their titles: those the portal marks, and those orders or settings name. */
export async function readOwnCompanies(
  store: PortalStore,
  named: readonly number[],
): Promise<{ id: number; title: string }[]> {
  return store
    .selectFrom('company')
    .select(['id', 'title'])
    .where((where) =>
      where.or([
        where('isOwn', '=', 1),
        where('id', 'in', idList(named)),
        where('id', 'in', (query) =>
          query.selectFrom('orderMoney').select('ownCompanyId').distinct().where('ownCompanyId', 'is not', null),
        ),
      ]),
    )
    .orderBy('title')
    .execute()
}
