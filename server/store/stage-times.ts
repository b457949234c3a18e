import type { PortalStore } from './database.ts'

/** How often people spoke and wrote, by the activities in the card. */
export interface Talks {
  calls: number
  letters: number
  messages: number
}

export interface StageTime {
  stage: string
  seconds: number
}

/** How long a card stood in each stage and what was said about it, as the portal told at some moment. */
export async function saveStageTimes(
  store: PortalStore,
  card: { kind: string; id: number },
  stages: readonly StageTime[],
  said: Talks,
  at: string,
): Promise<void> {
  const text = JSON.stringify(stages)
  const talks = JSON.stringify(said)
  await store
    .insertInto('stageTimes')
    .values({ cardKind: card.kind, cardId: card.id, stages: text, at, talks })
    .onConflict((conflict) => conflict.columns(['cardKind', 'cardId']).doUpdateSet({ stages: text, at, talks }))
    .execute()
}

/** null until the portal was asked. */
export async function readStageTimes(
  store: PortalStore,
  card: { kind: string; id: number },
): Promise<{ stages: StageTime[]; talks: Talks | null; at: string } | null> {
  const row = await store
    .selectFrom('stageTimes')
    .selectAll()
    .where('cardKind', '=', card.kind)
    .where('cardId', '=', card.id)
    .executeTakeFirst()
  if (!row) return null
  const talks = row.talks === null ? null : (JSON.parse(row.talks) as Talks)
  return { stages: JSON.parse(row.stages) as StageTime[], talks, at: row.at }
}
