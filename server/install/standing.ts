import { MAPPED_PROCESSES, type MappedProcessName } from '../../contract/portal-map.ts'
import { NATIVE_STAGES } from '../portal/dictionary.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import type { PortalStage } from './plan-funnel.ts'
import { rowsOf, type Row } from './portal-lists.ts'
import { readStages, stagesOf } from './portal-stages.ts'
import { parentsOf } from './steps/relations.ts'

/** What of the app stands in the portal besides processes and fields; null where the portal does not say. */
export interface Standing {
  scopes: readonly string[] | null
  hasQueue: boolean
  /** What the app has bound so far, as `placement.get` and `event.get` tell it. */
  placements: readonly Row[]
  events: readonly Row[]
  robots: readonly string[] | null
  activities: readonly string[] | null
  badges: readonly string[] | null
  /** Stages of leads and deals, by the portal's dictionary of them. */
  nativeStages: Record<string, PortalStage[]>
  /** Of the chosen processes that are there. */
  funnels: Partial<Record<MappedProcessName, { prefix: string; stages: PortalStage[]; isOurs: boolean }>>
  /** entityTypeIds of what each is a child of. */
  parents: Partial<Record<MappedProcessName, number[]>>
  /** Rows of what every portal has, by the copy's names. */
  rows: Record<string, number | null>
}

/** A chosen process as it stands in the portal. */
export interface StandingProcess {
  typeId: number
  entityTypeId: number
  categoryId: number
  isOurs: boolean
}

const NATIVE_ROWS = { company: 4, contact: 3, lead: 1, deal: 2 }

/** Reads only; a list the portal does not give (another plan, a scope that is missing) is null. */
export async function surveyStanding(
  client: PortalClient,
  processes: Partial<Record<MappedProcessName, StandingProcess>>,
): Promise<Standing> {
  const chosen = MAPPED_PROCESSES.flatMap((name) => (processes[name] ? [[name, processes[name]] as const] : []))
  const answers = await client.batch({
    scope: { method: 'scope' },
    feature: { method: 'feature.get', params: { CODE: 'rest_offline_extended' } },
    placements: { method: 'placement.get' },
    events: { method: 'event.get' },
    robots: { method: 'bizproc.robot.list' },
    activities: { method: 'bizproc.activity.list' },
    badges: { method: 'crm.activity.badge.list' },
    ...Object.fromEntries(
      Object.entries(NATIVE_ROWS).map(([name, entityTypeId]) => [
        `rows_${name}`,
        { method: 'crm.item.list', params: { entityTypeId, select: ['id'], order: { id: 'ASC' } } },
      ]),
    ),
    ...Object.fromEntries(
      chosen.map(([name, { typeId }]) => [`type_${name}`, { method: 'crm.type.get', params: { id: typeId } }]),
    ),
  })
  const resultOf = (key: string): unknown => (answers[key]?.ok ? answers[key].result : null)
  const codes = (result: unknown, key: string): string[] | null =>
    result === null || result === undefined
      ? null
      : Array.isArray(result) && result.every((one) => typeof one === 'string')
        ? result
        : rowsOf(result, Array.isArray(result) ? undefined : 'badges').map((row) => String(row[key]))
  const funnels: Standing['funnels'] = {}
  for (const [name, { entityTypeId, categoryId, isOurs }] of chosen) {
    const { dictionary, prefix } = stagesOf(entityTypeId, categoryId)
    funnels[name] = { prefix, stages: await readStages(client, dictionary), isOurs }
  }
  const nativeStages: Standing['nativeStages'] = {}
  for (const dictionary of Object.keys(NATIVE_STAGES)) nativeStages[dictionary] = await readStages(client, dictionary)
  return {
    scopes: codes(resultOf('scope'), ''),
    hasQueue: (resultOf('feature') as { value?: unknown } | null)?.value === 'Y',
    placements: rowsOf(resultOf('placements')),
    events: rowsOf(resultOf('events')),
    robots: codes(resultOf('robots'), 'CODE'),
    activities: codes(resultOf('activities'), 'CODE'),
    badges: codes(resultOf('badges'), 'code'),
    nativeStages,
    funnels,
    parents: Object.fromEntries(chosen.map(([name]) => [name, parentsOf(resultOf(`type_${name}`))])),
    rows: Object.fromEntries(
      Object.keys(NATIVE_ROWS).map((name) => {
        const answer = answers[`rows_${name}`]
        return [name, answer?.ok ? (answer.total ?? null) : null]
      }),
    ),
  }
}
