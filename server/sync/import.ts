import { readImportPages, saveImportPage, type ImportPageRow } from '../store/import-pages.ts'
import { createBatchSize } from './batch-size.ts'
import { ENTITIES, ENTITY_WRITERS, selectFor, typeIdOf, type EntityName } from './entities.ts'
import { readPortalPeople, savePortalPeople } from './import-people.ts'
import { importProgress, type ImportProgress } from './import-progress.ts'
import type { PortalCopy } from './portal-copy.ts'
import { walkPages } from './walk-pages.ts'

export interface ImportOptions {
  /** Milliseconds. */
  now: () => number
  onProgress?: (progress: ImportProgress) => void
  signal?: AbortSignal
}

/**
 * The first import: everything the copy needs, entity by entity, by pages in the order of ids. The rows of a page,
 * their places and how far we are commit together, so a killed import goes on after the last page it wrote; a
 * finished one does nothing. Throws PortalError when the portal does not answer, the signal's reason when aborted.
 */
export async function runImport(copy: PortalCopy, options: ImportOptions): Promise<ImportProgress> {
  const { now, onProgress, signal } = options
  const pages = await readImportPages(copy.store)
  const started = now()
  const rowsBefore = [...pages.values()].reduce((sum, page) => sum + page.rows, 0)
  const progress = () => importProgress(pages, rowsBefore, now() - started)
  const tell = (row: ImportPageRow) => {
    pages.set(row.entity, row)
    onProgress?.(progress())
  }

  await importPeople(copy, pages, now, tell)
  const waiting = ENTITIES.filter((entity) => !pages.get(entity)?.finishedAt)
  await askTotals(copy, waiting, pages, tell)
  const size = createBatchSize()
  for (const entity of waiting) {
    const begun = pages.get(entity)!
    const writer = ENTITY_WRITERS[entity]
    let { rows } = begun
    await walkPages({
      client: copy.client,
      query: { entityTypeId: typeIdOf(entity, copy.map), select: selectFor(entity, copy.map) },
      afterId: begun.lastId,
      expected: begun.total === null ? null : Math.max(0, begun.total - rows),
      size,
      now,
      signal,
      async onPage(items, lastId, ended) {
        const find = await copy.places.finder()
        const finishedAt = ended ? new Date(now()).toISOString() : null
        const row = await copy.store.transaction().execute(async (transaction) => {
          const written = await writer.save(transaction, items, copy.map, find)
          const total = ended ? rows + written : Math.max(begun.total ?? 0, rows + written)
          const page: ImportPageRow = { entity, lastId, rows: rows + written, total, finishedAt }
          await saveImportPage(transaction, page)
          return page
        })
        rows = row.rows
        tell(row)
      },
    })
  }
  return progress()
}

async function importPeople(
  copy: PortalCopy,
  pages: Map<string, ImportPageRow>,
  now: () => number,
  tell: (row: ImportPageRow) => void,
): Promise<void> {
  if (pages.get('people')?.finishedAt) return
  const people = await readPortalPeople(copy.client)
  const rows = people.users.length
  const page: ImportPageRow = {
    entity: 'people',
    lastId: 0,
    rows,
    total: rows,
    finishedAt: new Date(now()).toISOString(),
  }
  await copy.store.transaction().execute(async (transaction) => {
    await savePortalPeople(transaction, people)
    await saveImportPage(transaction, page)
  })
  tell(page)
}

/** How much there is of what is still to come, in one batch. */
async function askTotals(
  copy: PortalCopy,
  entities: readonly EntityName[],
  pages: Map<string, ImportPageRow>,
  tell: (row: ImportPageRow) => void,
): Promise<void> {
  const answers = await copy.client.batch(
    Object.fromEntries(
      entities.map((entity) => {
        const params = { entityTypeId: typeIdOf(entity, copy.map), select: ['id'], start: 0 }
        return [entity, { method: 'crm.item.list', params }]
      }),
    ),
  )
  for (const entity of entities) {
    const answer = answers[entity]
    const total = answer?.ok ? (answer.total ?? null) : null
    const known = pages.get(entity) ?? { entity, lastId: 0, rows: 0, total: null, finishedAt: null }
    const row = { ...known, total: total ?? known.total }
    await saveImportPage(copy.store, row)
    tell(row)
  }
}
