import type { ImportPageRow } from '../store/import-pages.ts'
import { ENTITIES } from './entities.ts'

export interface ImportProgress {
  entities: { entity: string; rows: number; total: number | null }[]
  /** null while the pace is not known yet. */
  secondsLeft: number | null
}

/** People come first and at once; the rest page by page. */
export const IMPORT_ORDER = ['people', ...ENTITIES] as const

/** Too short a run tells nothing of the pace. */
const FIRST_ESTIMATE_MS = 500
/** So does too small a part of what is to be read: a handful of people, and a wait for the portal's limits. */
const FIRST_SHARE = 0.01

/** Rows, totals and time left; `rowsBefore` were there when this run began and tell nothing of its pace. */
export function importProgress(
  pages: ReadonlyMap<string, ImportPageRow>,
  rowsBefore: number,
  elapsedMs: number,
): ImportProgress {
  const entities = IMPORT_ORDER.map((entity) => {
    const page = pages.get(entity)
    return { entity, rows: page?.rows ?? 0, total: page?.total ?? null }
  })
  const done = entities.reduce((sum, one) => sum + one.rows, 0) - rowsBefore
  const left = entities.reduce((sum, one) => sum + Math.max(0, (one.total ?? 0) - one.rows), 0)
  if (left === 0 && pages.size > 0) return { entities, secondsLeft: 0 }
  const isTooEarly = done <= 0 || done < FIRST_SHARE * (done + left) || elapsedMs < FIRST_ESTIMATE_MS
  if (isTooEarly) return { entities, secondsLeft: null }
  return { entities, secondsLeft: Math.ceil((left * elapsedMs) / done / 1000) }
}
