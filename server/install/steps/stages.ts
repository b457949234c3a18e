import { DICTIONARY, NATIVE_STAGES, type StageDefinition } from '../../portal/dictionary.ts'
import type { PortalClient } from '../../portal/portal-client.ts'
import { PROCESS_NAMES, type Semantics } from '../../portal/schema-map.ts'
import { planFunnel, type PortalStage } from '../plan-funnel.ts'
import { processOf, type Fitting, type Step } from '../fitting.ts'
import { readAllRows, type Row } from '../portal-lists.ts'

/** Brings the funnels of our processes, and of leads and deals, to hold the stages we speak of. */
export const fitStages: Step = async (fitting) => {
  let created = 0
  let found = 0
  for (const name of PROCESS_NAMES) {
    const process = processOf(fitting, name)
    const { stages } = DICTIONARY[name]
    if (!stages.length) continue
    const dictionary = `DYNAMIC_${process.entityTypeId}_STAGE_${process.categoryId}`
    const prefix = `DT${process.entityTypeId}_${process.categoryId}:`
    const fitted = await fitFunnel(fitting, dictionary, prefix, stages, fitting.ours.has(name))
    process.stages = fitted.ids
    process.semantics = fitted.semantics
    created += fitted.created
    found += stages.length - fitted.created
  }
  for (const [dictionary, stages] of Object.entries(NATIVE_STAGES)) {
    const fitted = await fitFunnel(fitting, dictionary, '', stages, false)
    created += fitted.created
    found += stages.length - fitted.created
  }
  return { created, found }
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

async function readStages(client: PortalClient, dictionary: string): Promise<PortalStage[]> {
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
