import { createHash } from 'node:crypto'
import {
  MAKE_FIELD,
  MAPPED_PROCESSES,
  NO_FIELD,
  type DryRun,
  type MapProblem,
  type MappedProcessName,
  type PortalMap,
  type PortalSurvey,
} from '../../contract/portal-map.ts'
import { DICTIONARY } from '../portal/dictionary.ts'
import { holding } from '../portal/guess/may-hold.ts'
import { PLACEMENTS, DEFAULT_PLACEMENT } from '../portal/placements.ts'

/**
 * What a setup would create, read and miss with these choices in this portal, and what about them cannot be. Pure: the
 * portal is not asked again, and nothing is written. The key changes with the choices and with what the portal holds.
 */
export function dryRunOf(survey: PortalSurvey, map: PortalMap, language: 'ru' | 'en'): DryRun {
  const create: DryRun['create'] = []
  const read: DryRun['read'] = []
  const missing: DryRun['missing'] = []
  for (const name of MAPPED_PROCESSES) {
    const choice = map.processes[name]
    const { title, fields, stages } = DICTIONARY[name]
    const surveyed = survey.processes[name] ?? null
    if (choice.entityTypeId === null) create.push({ what: 'process', process: name, titles: [title[language]] })
    const made = fields.filter((field) => {
      const chosen = choice.fields[field.code] ?? MAKE_FIELD
      return chosen === MAKE_FIELD && !surveyed?.fields.some((one) => one.name.endsWith(`_${field.code}`))
    })
    const absent = fields.filter((field) => choice.fields[field.code] === NO_FIELD)
    if (made.length) create.push({ what: 'field', process: name, titles: made.map((field) => field.label[language]) })
    if (choice.stages === null) {
      const known = surveyed?.stages ?? []
      const lacking = stages.filter(
        (stage) =>
          stage.semantics !== 'S' &&
          !known.some(
            (one) => one.statusId.endsWith(`:${stage.code}`) || one.name.toLowerCase() === stage.label.ru.toLowerCase(),
          ),
      )
      if (lacking.length)
        create.push({ what: 'stage', process: name, titles: lacking.map((stage) => stage.label[language]) })
    }
    missing.push(...absent.map((field) => ({ process: name, of: field.code, titles: field.label[language] })))
    if (surveyed)
      read.push({
        entity: name,
        title: surveyed.title,
        rows: surveyed.rows,
        fields: fields.length - absent.length - made.length,
      })
  }
  const tabs = PLACEMENTS.filter((one) => one.code !== DEFAULT_PLACEMENT).map((one) => one.titles[language])
  create.push({ what: 'tab', process: null, titles: [...new Set(tabs)] })
  const key = createHash('sha256')
    .update(JSON.stringify([map, create, read]))
    .digest('hex')
    .slice(0, 32)
  return { key, create, read, missing, problems: problemsOf(survey, map) }
}

/** What an administrator has chosen and cannot be so; `stops` where nothing may be written before it is mended. */
export function problemsOf(survey: PortalSurvey, map: PortalMap): MapProblem[] {
  const problems: MapProblem[] = survey.missingScopes.map((scope) => ({
    code: 'scope_missing',
    stops: true,
    process: null,
    of: null,
    what: scope,
    now: null,
  }))
  const chosen = new Map<number, MappedProcessName>()
  for (const name of MAPPED_PROCESSES) {
    const choice = map.processes[name]
    const { entityTypeId } = choice
    const add = (
      code: MapProblem['code'],
      stops: boolean,
      of: string | null,
      what: string,
      now: string | null = null,
    ) => problems.push({ code, stops, process: name, of, what, now })
    if (entityTypeId === null) continue
    const type = survey.types.find((one) => one.entityTypeId === entityTypeId)
    if (!type) {
      add('process_gone', true, null, String(entityTypeId))
      continue
    }
    if (chosen.has(entityTypeId)) add('process_twice', true, null, type.title)
    chosen.set(entityTypeId, name)
    const surveyed = survey.processes[name]
    if (surveyed?.entityTypeId !== entityTypeId) continue
    const used = new Map<string, string>()
    for (const definition of DICTIONARY[name].fields) {
      const fieldName = choice.fields[definition.code] ?? MAKE_FIELD
      if (fieldName === MAKE_FIELD || fieldName === NO_FIELD) continue
      const field = surveyed.fields.find((one) => one.name === fieldName)
      if (!field) add('field_gone', true, definition.code, fieldName)
      else if (holding(definition, field.type) === null)
        add('wrong_type', true, definition.code, field.label, field.type)
      if (used.has(fieldName)) add('field_twice', true, definition.code, field?.label ?? fieldName)
      used.set(fieldName, definition.code)
    }
    if (choice.stages !== null) problems.push(...stageProblems(name, choice.stages, surveyed.stages))
  }
  return problems
}

function stageProblems(
  name: MappedProcessName,
  chosen: Record<string, string>,
  stages: readonly { statusId: string; name: string; semantics: string }[],
): MapProblem[] {
  const of = (code: MapProblem['code'], stops: boolean, stage: string, what: string): MapProblem => ({
    code,
    stops,
    process: name,
    of: stage,
    what,
    now: null,
  })
  const gone = Object.entries(chosen).filter(([statusId]) => !stages.some((one) => one.statusId === statusId))
  const meant = new Set(Object.values(chosen))
  const lacking = DICTIONARY[name].stages.filter((stage) => !meant.has(stage.code))
  return [
    ...gone.map(([statusId, code]) => of('stage_gone', true, code, statusId)),
    ...lacking.map((stage) => of('no_stage', false, stage.code, stage.label.ru)),
  ]
}
