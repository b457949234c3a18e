import type { PortalStore } from './database.ts'

export interface StageTime {
  stage: string
  seconds: number
}

/** How long a card stood in each stage, as the portal told at some moment. */
export async function saveStageTimes(
  store: PortalStore,
  card: { kind: string; id: number },
  stages: readonly StageTime[],
  at: string,
): Promise<void> {
  const text = JSON.stringify(stages)
  await store
    .insertInto('stageTimes')
    .values({ cardKind: card.kind, cardId: card.id, stages: text, at })
    .onConflict((conflict) => conflict.columns(['cardKind', 'cardId']).doUpdateSet({ stages: text, at }))
    .execute()
}

/** null until the portal was asked. */
export async function readStageTimes(
  store: PortalStore,
  card: { kind: string; id: number },
): Promise<{ stages: StageTime[]; at: string } | null> {
  const row = await store
    .selectFrom('stageTimes')
    .selectAll()
    .where('cardKind', '=', card.kind)
    .where('cardId', '=', card.id)
    .executeTakeFirst()
  return row ? { stages: JSON.parse(row.stages) as StageTime[], at: row.at } : null
}
