import {
  MAKE_FIELD,
  MAPPED_PROCESSES,
  NO_FIELD,
  type MapProblem,
  type MappedProcessName,
  type PortalMap,
  type PortalSurvey,
} from '../../contract/portal-map.ts'
import { DICTIONARY } from '../portal/dictionary.ts'
import { holding } from '../portal/guess/may-hold.ts'

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
