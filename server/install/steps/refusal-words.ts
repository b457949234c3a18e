import { writeMeta } from '../../store/meta.ts'
import type { Fitting } from '../fitting.ts'
import { readStages } from '../portal-stages.ts'

const RESTS = /пауз|замор|отлож|hold|pause/iu

/**
 * What a refusal says and does differs by the portal: its language, and the stage in which its leads rest (null where
 * it has none: then the lead stays where it is).
 */
export async function learnRefusalWords({ client, store, language }: Fitting): Promise<void> {
  await writeMeta(store, 'portalLanguage', language)
  const stages = (await readStages(client, 'STATUS')).filter(({ semantics }) => semantics === 'P')
  const rests = stages.find(({ statusId }) => statusId === 'PAUSE') ?? stages.find(({ name }) => RESTS.test(name))
  await writeMeta(store, 'restingLeadStage', { statusId: rests?.statusId ?? null })
}
