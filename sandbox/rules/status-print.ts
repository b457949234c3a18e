import type { Status } from '../state/statuses.ts'
import { funnelOf } from './stages.ts'

/** A dictionary row as `crm.status.*` answers it; `EXTRA` comes with stages only. */
export function printStatus(status: Status): Record<string, unknown> {
  const row: Record<string, unknown> = {
    ID: String(status.id),
    ENTITY_ID: status.entityId,
    STATUS_ID: status.statusId,
    NAME: status.name,
    NAME_INIT: status.nameInit,
    SORT: String(status.sort),
    SYSTEM: status.isSystem ? 'Y' : 'N',
    CATEGORY_ID: status.categoryId === null || status.categoryId === 0 ? null : String(status.categoryId),
    COLOR: status.color,
    SEMANTICS: status.semantics,
  }
  if (funnelOf(status.entityId)) row['EXTRA'] = { SEMANTICS: meaning(status), COLOR: status.color }
  return row
}

function meaning(status: Status): string {
  if (status.semantics === 'S') return 'success'
  if (status.semantics === null) return 'process'
  return status.statusId.endsWith('APOLOGY') ? 'apology' : 'failure'
}
