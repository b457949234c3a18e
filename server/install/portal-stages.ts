import type { PortalClient } from '../portal/portal-client.ts'
import type { Semantics } from '../portal/schema-map.ts'
import type { PortalStage } from './plan-funnel.ts'
import { readAllRows, type Row } from './portal-lists.ts'

/** Name of the dictionary that holds a funnel's stages, and what their ids begin with. */
export function stagesOf(entityTypeId: number, categoryId: number) {
  return {
    dictionary: `DYNAMIC_${entityTypeId}_STAGE_${categoryId}`,
    prefix: `DT${entityTypeId}_${categoryId}:`,
  }
}

/** Stages of a dictionary in their order. */
export async function readStages(client: PortalClient, dictionary: string): Promise<PortalStage[]> {
  const params = { order: { SORT: 'ASC' }, filter: { ENTITY_ID: dictionary } }
  const rows = await readAllRows(client, 'crm.status.list', params)
  return rows
    .filter((row) => row.ENTITY_ID === dictionary)
    .map((row) => ({
      id: Number(row.ID),
      statusId: String(row.STATUS_ID),
      name: String(row.NAME ?? ''),
      sort: Number(row.SORT) || 0,
      semantics: semanticsOf(row),
    }))
}

function semanticsOf(row: Row): Semantics {
  const extra = (row.EXTRA as Row | null)?.SEMANTICS
  if (row.SEMANTICS === 'S' || extra === 'success') return 'S'
  return row.SEMANTICS === 'F' || extra === 'failure' || extra === 'apology' ? 'F' : 'P'
}
