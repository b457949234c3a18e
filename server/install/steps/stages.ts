import { DICTIONARY, NATIVE_STAGES, type StageDefinition } from '../../portal/dictionary.ts'
import { PROCESS_NAMES, type MappedProcess } from '../../portal/schema-map.ts'
import { planFunnel } from '../plan-funnel.ts'
import { processOf, type Fitting, type Step } from '../fitting.ts'
import { readStages, stagesOf } from '../portal-stages.ts'

/** Brings the funnels of our processes, and of leads and deals, to hold the stages we speak of. */
export const fitStages: Step = async (fitting) => {
  let created = 0
  let found = 0
  for (const name of PROCESS_NAMES) {
    const process = processOf(fitting, name)
    const { stages } = DICTIONARY[name]
    if (!stages.length) continue
    const { dictionary, prefix } = stagesOf(process.entityTypeId, process.categoryId)
    const chosen = fitting.map.processes[name].stages
    if (chosen !== null) {
      found += await takeStages(fitting, process, dictionary, chosen)
      continue
    }
    const fitted = await fitFunnel(fitting, dictionary, prefix, stages, fitting.ours.has(name))
    process.stages = fitted.ids
    process.semantics = fitted.semantics
    created += fitted.created
    found += stages.length - fitted.created
  }
  for (const [dictionary, stages] of Object.entries(fitting.map.nativeStages ? NATIVE_STAGES : {})) {
    const fitted = await fitFunnel(fitting, dictionary, '', stages, false)
    created += fitted.created
    found += stages.length - fitted.created
  }
  return { created, found }
}

/** A funnel that grew in the portal stays as it is: its stages are read as what they were said to mean. */
async function takeStages(
  { client }: Fitting,
  process: MappedProcess,
  dictionary: string,
  chosen: Record<string, string>,
): Promise<number> {
  const stages = await readStages(client, dictionary)
  const meanings = stages.flatMap(({ statusId }) =>
    Object.hasOwn(chosen, statusId) ? [[statusId, chosen[statusId]!] as const] : [],
  )
  process.stageMeanings = Object.fromEntries(meanings)
  // Cards are moved to the first stage of a meaning; the later ones people choose themselves.
  process.stages = Object.fromEntries(meanings.toReversed().map(([statusId, code]) => [code, statusId]))
  process.semantics = Object.fromEntries(stages.map((stage) => [stage.statusId, stage.semantics]))
  return meanings.length
}

async function fitFunnel(
  { client, language }: Fitting,
  dictionary: string,
  prefix: string,
  wanted: readonly StageDefinition[],
  isOurs: boolean,
) {
  const plan = planFunnel(await readStages(client, dictionary), prefix, wanted, isOurs)
  for (const stage of plan.removed) await client.call('crm.status.delete', { id: stage.id })
  // From the back: success and failure have to stay behind whatever is in progress.
  for (const { stage, sort, rename } of plan.changed.toReversed()) {
    const text = rename ? { NAME: rename.label[language], COLOR: rename.color } : {}
    await client.call('crm.status.update', { id: stage.id, fields: { ...text, SORT: sort } })
  }
  for (const { definition, statusId, sort } of plan.added)
    await client.call('crm.status.add', {
      fields: {
        ENTITY_ID: dictionary,
        STATUS_ID: statusId,
        NAME: definition.label[language],
        SORT: sort,
        COLOR: definition.color,
        ...(definition.semantics === 'P' ? {} : { SEMANTICS: definition.semantics }),
      },
    })
  const after = await readStages(client, dictionary)
  return {
    created: plan.added.length,
    ids: plan.ids,
    semantics: Object.fromEntries(after.map((stage) => [stage.statusId, stage.semantics])),
  }
}
