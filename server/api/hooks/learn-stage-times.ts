import { stageCode, typeIdOfCard } from '../../portal/schema-map.ts'
import { listOpenRefusals } from '../../store/refusals.ts'
import { readStageTimes, saveStageTimes, type StageTime } from '../../store/stage-times.ts'
import type { ApiContext } from '../api-context.ts'
import type { PortalRoom } from '../session/portal-room.ts'

interface HistoryRow {
  STAGE_ID?: string
  STATUS_ID?: string
  CREATED_TIME: string
}

/** Asks the portal, once for each refusal that waits, how long its card stood in which stage. */
export async function learnStageTimes(context: ApiContext, room: PortalRoom): Promise<void> {
  const map = room.map()
  if (!map) return
  for (const row of await listOpenRefusals(room.store)) {
    const card = { kind: row.cardKind, id: row.cardId }
    const known = await readStageTimes(room.store, card)
    if (known && known.at >= row.askedAt) continue
    const client = room.clients.forUser(room.portal, room.portal.installedByUserId, 'import')
    const answer = await client.call<{ items: HistoryRow[] }>('crm.stagehistory.list', {
      entityTypeId: typeIdOfCard(row.cardKind, map),
      filter: { OWNER_ID: row.cardId },
      order: { ID: 'ASC' },
    })
    const process = row.cardKind === 'lead' ? null : map.processes[row.cardKind]
    const nameOf = (history: HistoryRow) => {
      const stageId = history.STAGE_ID ?? history.STATUS_ID ?? ''
      return process ? stageCode(process, stageId) : stageId
    }
    const at = new Date(context.now()).toISOString()
    await saveStageTimes(room.store, card, timesOf(answer.result.items, nameOf, row.askedAt), at)
  }
}

/** How long it stood in each stage up to `until`, in the order they were first entered. */
export function timesOf(rows: readonly HistoryRow[], nameOf: (row: HistoryRow) => string, until: string): StageTime[] {
  const seconds = new Map<string, number>()
  const entered = rows.map((row) => ({ stage: nameOf(row), ms: Date.parse(row.CREATED_TIME) }))
  for (const [index, { stage, ms }] of entered.entries()) {
    const end = entered[index + 1]?.ms ?? Date.parse(until)
    const spent = Math.max(0, Math.round((end - ms) / 1000))
    if (Number.isFinite(spent)) seconds.set(stage, (seconds.get(stage) ?? 0) + spent)
  }
  return [...seconds].map(([stage, spent]) => ({ stage, seconds: spent }))
}
