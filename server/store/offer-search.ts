import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { OfferRow, PortalDatabase } from './schema.ts'

/** Which offers are looked for. Absent means any; moments are UTC ISO. */
export interface OfferSearch {
  fromPlaceId?: number | undefined
  toPlaceId?: number | undefined
  since?: string | undefined
  /** Excluded. */
  before?: string | undefined
  body?: string | undefined
  companyIds?: readonly number[] | undefined
  authorId?: number | undefined
  id?: number | undefined
  /** Any of these standings. `stages` by our code; lapsed: good until a moment that has passed. */
  standings?: readonly { stage: string; lapsed: boolean | null }[] | undefined
  /** The moment that lapsing is judged by. */
  now: string
}

/** Where a page ended; the next one goes on behind it. */
export interface OfferCursor {
  createdAt: string
  id: number
}

type Where = (is: ExpressionBuilder<PortalDatabase, 'offer'>) => ExpressionWrapper<PortalDatabase, 'offer', SqlBool>

/**
 * Offers newest first, `limit` of them behind the cursor. Standings are asked one by one and put together: each is one
 * stretch of an index in the wanted order, where all at once would have to be sorted.
 */
export async function searchOffers(
  store: PortalStore,
  search: OfferSearch,
  cursor: OfferCursor | null,
  limit: number,
): Promise<OfferRow[]> {
  const pages: OfferRow[][] = []
  for (const standing of search.standings ?? [null])
    pages.push(
      await store
        .selectFrom('offer')
        .selectAll()
        .where(matching(search, standing))
        .$if(cursor !== null, (query) =>
          query.where(sql<SqlBool>`(createdAt, id) < (${cursor!.createdAt}, ${cursor!.id})`),
        )
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    )
  if (pages.length === 1) return pages[0]!
  return pages
    .flat()
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id)
    .slice(0, limit)
}

/** How many fit, counted no further than `most` + 1. */
export async function countOffers(store: PortalStore, search: OfferSearch, most: number): Promise<number> {
  let count = 0
  for (const standing of search.standings ?? [null]) {
    const row = await store
      .selectFrom((from) =>
        from
          .selectFrom('offer')
          .select(sql<number>`1`.as('one'))
          .where(matching(search, standing))
          .limit(most + 1 - count)
          .as('found'),
      )
      .select((read) => read.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    count += Number(row.count)
    if (count > most) return most + 1
  }
  return count
}

function matching(search: OfferSearch, standing: { stage: string; lapsed: boolean | null } | null): Where {
  return (is) =>
    is.and([
      ...(search.id === undefined ? [] : [is('id', '=', search.id)]),
      ...(search.fromPlaceId === undefined ? [] : [is('fromPlaceId', '=', search.fromPlaceId)]),
      ...(search.toPlaceId === undefined ? [] : [is('toPlaceId', '=', search.toPlaceId)]),
      ...(search.since === undefined ? [] : [is('createdAt', '>=', search.since)]),
      ...(search.before === undefined ? [] : [is('createdAt', '<', search.before)]),
      ...(search.body === undefined ? [] : [is('body', '=', search.body)]),
      ...(search.companyIds === undefined ? [] : [is('companyId', 'in', idList(search.companyIds))]),
      ...(search.authorId === undefined ? [] : [is('authorId', '=', search.authorId)]),
      ...(standing === null ? [] : [is('stage', '=', standing.stage), lapsing(standing.lapsed, search.now)]),
    ]) as ReturnType<Where>
}

function lapsing(lapsed: boolean | null, now: string) {
  if (lapsed === null) return sql<SqlBool>`true`
  return lapsed ? sql<SqlBool>`validUntilAt < ${now}` : sql<SqlBool>`(validUntilAt IS NULL OR validUntilAt >= ${now})`
}
