import {
  MAKE_FIELD,
  MAPPED_PROCESSES,
  NO_FIELD,
  type MappedProcessName,
  type PortalMap,
  type PortalSurvey,
  type ProcessChoice,
  type SurveyedProcess,
} from '../../contract/portal-map.ts'
import { DICTIONARY } from '../portal/dictionary.ts'
import { guessElements } from '../portal/guess/guess-elements.ts'
import { guessFields } from '../portal/guess/guess-fields.ts'
import { guessProcesses } from '../portal/guess/guess-processes.ts'
import { guessStages } from '../portal/guess/guess-stages.ts'
import { guessDepartmentRoles } from '../portal/roles.ts'
import { findProcesses } from './find-process.ts'
import type { RememberedSchema } from './remembered-schema.ts'
import type { SurveyedType } from './survey.ts'

/** Without these the app cannot keep what people write through it: where a grown portal has none, they are made. */
const NEEDED: Record<MappedProcessName, readonly string[]> = {
  request: ['LOAD_PLACE', 'UNLOAD_PLACE', 'CLIENT_RATE'],
  order: ['LOAD_PLACE', 'UNLOAD_PLACE', 'CARRIER', 'CARRIER_RATE'],
  offer: ['ACTION', 'CARRIER', 'RATE', 'PAYMENT_FORM', 'VALID_UNTIL_AT'],
  carrier: ['STATE', 'DIRECTIONS', 'VEHICLES', 'FREE_PLACE', 'FREE_ON'],
}
/** From this many of our codes on, a process is one we made: what it lacks is made as well. */
const OURS_FROM = 0.6

/** Which of the portal's processes are which of ours: remembered or made by us, else by what they hold. */
export function guessTypes(
  types: readonly SurveyedType[],
  remembered: RememberedSchema,
): Record<MappedProcessName, number | null> {
  const known = types.map((type) => ({ ...type, fieldCodes: new Set(type.fields.map((field) => codeIn(field.name))) }))
  const found = findProcesses(known, remembered.types)
  const left = types.filter((type) => !Object.values(found).some((one) => one.entityTypeId === type.entityTypeId))
  const guessed = guessProcesses(left)
  return Object.fromEntries(
    MAPPED_PROCESSES.map((name) => [name, found[name]?.entityTypeId ?? guessed[name]?.entityTypeId ?? null]),
  ) as Record<MappedProcessName, number | null>
}

/** A whole map out of a survey, as an administrator finds it when he opens the page. */
export function guessMap(survey: PortalSurvey): PortalMap {
  const processes = Object.fromEntries(
    MAPPED_PROCESSES.map((name) => [name, guessProcess(name, survey.processes[name] ?? null, survey)]),
  ) as PortalMap['processes']
  const grown = MAPPED_PROCESSES.some((name) => processes[name].stages !== null)
  return {
    version: 1,
    processes,
    nativeStages: !grown,
    departments: guessDepartmentRoles(survey.departments.map((one) => ({ ...one, headId: null }))),
    people: {},
  }
}

/** Where one process lives, with its fields, lists and stages. */
export function guessProcess(
  name: MappedProcessName,
  surveyed: SurveyedProcess | null,
  survey: Pick<PortalSurvey, 'ownCompanies'>,
): ProcessChoice {
  if (!surveyed) return { entityTypeId: null, fields: {}, elements: {}, stages: null }
  const { entityTypeId, fields, stages } = surveyed
  if (isOurs(name, surveyed)) return { entityTypeId, fields: {}, elements: {}, stages: null }
  const guesses = guessFields(name, fields)
  const choice: ProcessChoice = { entityTypeId, fields: {}, elements: {}, stages: null }
  for (const definition of DICTIONARY[name].fields) {
    const { code } = definition
    const guess = guesses[code]
    choice.fields[code] = guess ? guess.field.name : NEEDED[name].includes(code) ? MAKE_FIELD : NO_FIELD
    if (guess?.field.type === 'enumeration')
      choice.elements[code] = guessElements(definition, guess.field.elements, survey.ownCompanies)
  }
  if (DICTIONARY[name].stages.length) choice.stages = guessStages(name, stages)
  return choice
}

/** Whether a process is one of ours by its field codes: then everything in it is found by them. */
export function isOurs(name: MappedProcessName, { fields }: Pick<SurveyedProcess, 'fields'>): boolean {
  const codes = new Set(fields.map((field) => codeIn(field.name)))
  const own = DICTIONARY[name].fields
  return own.filter((field) => codes.has(field.code)).length / own.length >= OURS_FROM
}

function codeIn(name: string): string {
  return name.replace(/^UF_CRM_(?:\d+_)?/u, '')
}
