import type { DeadLettersAnswer } from '../../../contract/dead-letters.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import { countDeadLetters, listDeadLetters, type DeadLetterRow } from '../../store/dead-letters.ts'
import { readLoadRow } from '../../store/load-reader.ts'
import { readPeople } from '../../store/people.ts'
import { readQueueDepth } from '../../store/write-steps.ts'
import type { PortalRoom } from '../session/portal-room.ts'

const MOST = 100

/** What was refused or given up and is still to be looked at, in words a person knows. */
export async function deadLettersAnswer(room: PortalRoom): Promise<DeadLettersAnswer> {
  const { store } = room
  const rows = await listDeadLetters(store, MOST)
  const people = await readPeople(
    store,
    rows.map((row) => row.userId),
  )
  const companies = await readCompanyTitles(
    store,
    rows.flatMap((row) => row.companyId ?? []),
  )
  const { length, oldestAt } = await readQueueDepth(store)
  const letters = await Promise.all(
    rows.map(async (row) => ({
      key: row.key,
      kind: row.kind,
      byName: people.get(row.userId)?.name ?? null,
      companyTitle: (row.companyId !== null && companies.get(row.companyId)) || null,
      ...(await cardOf(room, row)),
      acceptedAt: row.acceptedAt,
      endedAt: row.endedAt,
      steps: row.steps,
    })),
  )
  return { letters, count: await countDeadLetters(store), waiting: { count: length, oldestAt } }
}

async function cardOf(room: PortalRoom, { loadKind, loadId }: DeadLetterRow) {
  const kind = loadKind === 'request' || loadKind === 'order' ? loadKind : null
  if (kind === null || loadId === null) return { cardPath: null, cardTitle: null }
  const typeId = room.map()?.processes[kind].entityTypeId
  const row = await readLoadRow(room.store, kind, loadId)
  return { cardPath: typeId ? `/crm/type/${typeId}/details/${loadId}/` : null, cardTitle: row?.title ?? null }
}
