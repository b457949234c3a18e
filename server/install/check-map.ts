import type { MapProblem } from '../../contract/portal-map.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import {
  PROCESS_NAMES,
  type MappedField,
  type MappedProcess,
  type ProcessName,
  type SchemaMap,
} from '../portal/schema-map.ts'
import type { PortalField } from '../portal/guess/guess-fields.ts'
import { readStages, stagesOf } from './portal-stages.ts'
import { surveyTypes } from './survey.ts'

export interface CheckedMap {
  /** Without what can no longer be read or written; everything else as it was. */
  map: SchemaMap
  problems: MapProblem[]
}

/**
 * Holds a map against the portal as it is now: fields that are gone or hold another type leave the map, so that only
 * what needs them feels it; what is merely called otherwise stays, and is told. Reads only; throws PortalError.
 */
export async function checkMap(client: PortalClient, map: SchemaMap): Promise<CheckedMap> {
  const types = await surveyTypes(client)
  const problems: MapProblem[] = []
  const processes = { ...map.processes }
  for (const name of PROCESS_NAMES) {
    const process = map.processes[name]
    const type = types.find((one) => one.entityTypeId === process.entityTypeId)
    // A process that is gone leaves nothing to degrade to: the copy stays, the administrator is told.
    if (!type) {
      problems.push(problemOf(name, 'process_gone', null, String(process.entityTypeId)))
      processes[name] = { ...process, isGone: true }
      continue
    }
    // Nobody deletes every field at once: an answer that names none says nothing of any.
    if (type.fields.length === 0) continue
    const fields = { ...process.fields }
    for (const [code, field] of Object.entries(process.fields)) {
      const standing = type.fields.find((one) => one.name === field.name)
      const found = problemsOfField(name, code, field, standing)
      problems.push(...found)
      if (found.some((one) => one.code === 'field_gone' || one.code === 'field_retyped')) delete fields[code]
      else if (found.some((one) => one.code === 'element_gone')) fields[code] = withoutElements(field, standing!)
    }
    const { isGone: _was, ...standingProcess } = process
    processes[name] = { ...standingProcess, fields }
    if (Object.keys(process.stages).length === 0) continue
    const { dictionary } = stagesOf(process.entityTypeId, process.categoryId)
    const standing = new Set((await readStages(client, dictionary)).map((stage) => stage.statusId))
    // A dictionary that cannot be read is empty too: that says nothing of any stage.
    if (standing.size === 0) continue
    const left = stagesLeft(process, standing)
    problems.push(...left.gone.map(([statusId, code]) => problemOf(name, 'stage_gone', code, statusId)))
    processes[name] = { ...processes[name], ...left.maps }
  }
  return { map: { ...map, processes }, problems }
}

/** What stages mean, without those that are gone; of several with one meaning the next is written. */
function stagesLeft({ stages, stageMeanings }: MappedProcess, standing: ReadonlySet<string>) {
  const known = Object.entries(stageMeanings ?? Object.fromEntries(Object.entries(stages).map(([a, b]) => [b, a])))
  const gone = known.filter(([statusId]) => !standing.has(statusId))
  const kept = known.filter(([statusId]) => standing.has(statusId))
  const maps = { stages: Object.fromEntries(kept.toReversed().map(([statusId, code]) => [code, statusId])) }
  return { gone, maps: stageMeanings ? { ...maps, stageMeanings: Object.fromEntries(kept) } : maps }
}

/** A list without the elements that are gone; of several with one meaning the next is written. */
function withoutElements(field: MappedField, standing: PortalField): MappedField {
  const known = new Set(standing.elements.map(({ id }) => id))
  if (!field.meanings)
    return {
      ...field,
      elements: Object.fromEntries(Object.entries(field.elements ?? {}).filter(([, id]) => known.has(id))),
    }
  const meanings = Object.entries(field.meanings).filter(([id]) => known.has(Number(id)))
  const elements = Object.fromEntries(meanings.toReversed().map(([id, ours]) => [ours, Number(id)]))
  return { ...field, meanings: Object.fromEntries(meanings), elements }
}

function problemsOfField(
  name: ProcessName,
  code: string,
  field: MappedField,
  standing: PortalField | undefined,
): MapProblem[] {
  const called = field.label ?? field.name
  if (!standing) return [problemOf(name, 'field_gone', code, called)]
  // `crm.item.fields` tells links by what they lead to: crm_company is still a crm field.
  const isRetyped = standing.type !== field.type && !standing.type.startsWith(`${field.type}_`)
  if (isRetyped) return [problemOf(name, 'field_retyped', code, standing.label, standing.type)]
  const renamed =
    field.label !== undefined && field.label !== standing.label
      ? [problemOf(name, 'field_renamed', code, field.label, standing.label)]
      : []
  const known = new Set(standing.elements.map(({ id }) => String(id)))
  const meant = field.meanings
    ? Object.entries(field.meanings)
    : Object.entries(field.elements ?? {}).map(([ours, id]) => [String(id), ours] as const)
  const lost = meant.filter(([id]) => known.size > 0 && !known.has(id))
  return [...renamed, ...lost.map(([, ours]) => problemOf(name, 'element_gone', code, standing.label, ours))]
}

function problemOf(
  process: ProcessName,
  code: MapProblem['code'],
  of: string | null,
  what: string,
  now: string | null = null,
): MapProblem {
  return { code, stops: false, process, of, what, now }
}
