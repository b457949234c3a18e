import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import { saveLoads } from './load-writer.ts'
import { saveOffers } from './offer-writer.ts'
import type { DirectionRow } from './carrier-writer.ts'

export type FindPlaceId = (text: string | null) => number | null

/** Every different text that names a place anywhere in the copy, and every typed direction. */
export async function listPlaceTexts(store: PortalStore): Promise<{ places: string[]; directions: string[] }> {
  const { rows } = await sql<{ text: string }>`
    SELECT loadText AS text FROM load UNION SELECT unloadText FROM load
    UNION SELECT loadText FROM offer UNION SELECT unloadText FROM offer
    UNION SELECT homeText FROM carrier UNION SELECT nowText FROM carrier UNION SELECT freeText FROM carrier`.execute(
    store,
  )
  const directions = await store.selectFrom('direction').select('text').distinct().execute()
  return {
    places: rows.map((row) => row.text).filter((text) => text !== null),
    directions: directions.map((row) => row.text),
  }
}

/**
 * Points rows with one of these texts to what `find` says of them now; the history of lanes follows in the same
 * transaction. Returns how many rows were touched.
 */
export async function replacePlacesOf(
  store: PortalStore,
  texts: readonly string[],
  find: FindPlaceId,
): Promise<number> {
  if (!texts.length) return 0
  const list = sql<string>`(SELECT value FROM json_each(${JSON.stringify(texts)}))`
  const placed = (row: { loadText: string | null; unloadText: string | null }) => ({
    fromPlaceId: find(row.loadText),
    toPlaceId: find(row.unloadText),
  })
  let touched = 0
  for (const kind of ['request', 'order'] as const) {
    const loads = await store
      .selectFrom('load')
      .selectAll()
      .where('kind', '=', kind)
      .where((where) => where.or([where('loadText', 'in', list), where('unloadText', 'in', list)]))
      .execute()
    for (const part of inParts(loads))
      await saveLoads(
        store,
        kind,
        part.map((row) => ({ ...row, ...placed(row) })),
      )
    touched += loads.length
  }
  const offers = await store
    .selectFrom('offer')
    .selectAll()
    .where((where) => where.or([where('loadText', 'in', list), where('unloadText', 'in', list)]))
    .execute()
  for (const part of inParts(offers))
    await saveOffers(
      store,
      part.map((row) => ({ ...row, ...placed(row) })),
    )
  return touched + offers.length + (await replaceWhereabouts(store, texts, find))
}

async function replaceWhereabouts(store: PortalStore, texts: readonly string[], find: FindPlaceId): Promise<number> {
  let touched = 0
  for (const text of texts)
    for (const [textColumn, placeColumn] of [
      ['homeText', 'homePlaceId'],
      ['nowText', 'nowPlaceId'],
      ['freeText', 'freePlaceId'],
    ] as const) {
      const result = await store
        .updateTable('carrier')
        .set({ [placeColumn]: find(text) })
        .where(textColumn, '=', text)
        .executeTakeFirst()
      touched += Number(result.numUpdatedRows)
    }
  return touched
}

/** Points directions typed like this to these ends. */
export async function replaceDirectionEnds(
  store: PortalStore,
  text: string,
  ends: Pick<DirectionRow, 'fromPlaceId' | 'toPlaceId'>,
): Promise<number> {
  const result = await store.updateTable('direction').set(ends).where('text', '=', text).executeTakeFirst()
  return Number(result.numUpdatedRows)
}

const ROWS_A_STATEMENT = 200

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) parts.push(rows.slice(at, at + ROWS_A_STATEMENT))
  return parts
}
