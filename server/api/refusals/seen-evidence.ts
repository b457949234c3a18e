import { refusalEvidence, type RefusalEvidence } from '../../../contract/refusals.ts'
import type { PortalStore } from '../../store/database.ts'
import { readEvidence, readRefusalSteps } from '../../store/refusals.ts'
import { readStageTimes } from '../../store/stage-times.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'

/** What whoever decides now is shown: as it stood when it was asked, with the portal's word on the stages. */
export async function seenEvidence(store: PortalStore, row: RefusalRow): Promise<RefusalEvidence | null> {
  const steps = (await readRefusalSteps(store, [row.key])).get(row.key) ?? []
  const sawId = steps.find(({ sawId: id }) => id !== null)?.sawId
  const kept = sawId ? refusalEvidence.safeParse((await readEvidence(store, [sawId])).get(sawId)) : null
  if (!kept?.success) return null
  const times = await readStageTimes(store, { kind: row.cardKind, id: row.cardId })
  const { stages, talks } = times ?? kept.data
  return { ...kept.data, stages: stages ?? kept.data.stages, talks: talks ?? kept.data.talks }
}
