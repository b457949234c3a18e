import { createHash } from 'node:crypto'
import {
  MAKE_FIELD,
  MAPPED_PROCESSES,
  NO_FIELD,
  type DryRun,
  type MappedProcessName,
  type PortalMap,
  type PortalSurvey,
} from '../../contract/portal-map.ts'
import { APPROVAL_BADGE } from '../outbox/commands/draw-approval.ts'
import { DICTIONARY, NATIVE_STAGES, type Parent } from '../portal/dictionary.ts'
import { boundPlacements, PLACEMENTS } from '../portal/placements.ts'
import { robotDefinitions } from '../portal/robots.ts'
import { NATIVE_TYPES, type ProcessName } from '../portal/schema-map.ts'
import { problemsOf } from './map-problems.ts'
import { badgeName, nativeWords, placeWords, robotName } from './dry-run-words.ts'
import { planFunnel, type FunnelPlan } from './plan-funnel.ts'
import type { Standing } from './standing.ts'
import { planEvents } from './steps/events.ts'
import { planPlacements } from './steps/placements.ts'
import { REFUSAL_ROBOT } from './steps/refusal-robot.ts'

type Language = 'ru' | 'en'
type Parts = Pick<DryRun, 'create' | 'update' | 'remove'>

/** Where a setup would leave the portal to: what stands in it, what was chosen, and our own public address. */
export interface DryRunGround {
  survey: PortalSurvey
  standing: Standing
  map: PortalMap
  publicUrl: string
}

/**
 * What a setup would create, bring up to date, unbind, read and miss with these choices in this portal, and what about
 * them cannot be. The steps of the setup plan by the same code. Pure: the portal is not asked again, and nothing is
 * written. The key changes with the choices and with what the portal holds.
 */
export function dryRunOf({ survey, standing, map, publicUrl }: DryRunGround, language: Language): DryRun {
  const parts: Parts = { create: [], update: [], remove: [] }
  for (const name of MAPPED_PROCESSES) planProcess(name, survey, standing, map, language, parts)
  planNative(standing, map, language, parts)
  for (const name of MAPPED_PROCESSES) planRelations(name, standing, map, language, parts)
  planBindings(standing, map, publicUrl, language, parts)
  planAutomation(standing, publicUrl, language, parts)
  const read = readOf(survey, standing, map, language)
  const missing = MAPPED_PROCESSES.flatMap((name) =>
    DICTIONARY[name].fields
      .filter((field) => map.processes[name].fields[field.code] === NO_FIELD)
      .map((field) => ({ process: name, of: field.code, titles: field.label[language] })),
  )
  const key = createHash('sha256')
    .update(JSON.stringify([map, parts, read]))
    .digest('hex')
    .slice(0, 32)
  return { key, ...parts, read, missing, without: withoutOf(standing), problems: problemsOf(survey, map) }
}

function planProcess(
  name: MappedProcessName,
  survey: PortalSurvey,
  standing: Standing,
  map: PortalMap,
  language: Language,
  { create, update }: Parts,
): void {
  const choice = map.processes[name]
  const { title, stages } = DICTIONARY[name]
  if (choice.entityTypeId === null) create.push({ what: 'process', process: name, titles: [title[language]] })
  const made = madeFields(name, survey, map)
  if (made.length) create.push({ what: 'field', process: name, titles: made.map((field) => field.label[language]) })
  if (choice.stages !== null || !stages.length) return
  const funnel = standing.funnels[name]
  const plan = planFunnel(funnel?.stages ?? [], funnel?.prefix ?? '', stages, funnel?.isOurs ?? true)
  pushFunnel(plan, 'stage', name, language, { create, update })
}

function pushFunnel(
  plan: FunnelPlan,
  what: 'stage' | 'nativeStage',
  process: MappedProcessName | null,
  language: Language,
  { create, update }: Pick<Parts, 'create' | 'update'>,
  where = '',
): void {
  if (plan.added.length)
    create.push({ what, process, titles: plan.added.map(({ definition }) => where + definition.label[language]) })
  if (plan.changed.length)
    update.push({ what: 'stageOrder', process, titles: plan.changed.map(({ stage }) => where + stage.name) })
}

function planNative(standing: Standing, map: PortalMap, language: Language, parts: Parts): void {
  for (const [dictionary, stages] of Object.entries(map.nativeStages ? NATIVE_STAGES : {})) {
    const plan = planFunnel(standing.nativeStages[dictionary] ?? [], '', stages, false)
    const where = `${nativeWords(dictionary === 'STATUS' ? 'lead' : 'deal', language)}: `
    pushFunnel(plan, 'nativeStage', null, language, parts, where)
  }
}

function planRelations(
  name: MappedProcessName,
  standing: Standing,
  map: PortalMap,
  language: Language,
  { create }: Parts,
): void {
  const known = standing.parents[name] ?? []
  const titles = DICTIONARY[name].parents.filter((parent) => {
    const typeId = typeOf(parent, map)
    return typeId === null || !known.includes(typeId)
  })
  const word = (parent: Parent) =>
    parent in NATIVE_TYPES
      ? nativeWords(parent as keyof typeof NATIVE_TYPES, language)
      : DICTIONARY[parent as ProcessName].title[language]
  if (titles.length) create.push({ what: 'relation', process: name, titles: titles.map(word) })
}

function typeOf(parent: Parent, map: PortalMap): number | null {
  if (parent === 'lead' || parent === 'deal' || parent === 'company') return NATIVE_TYPES[parent]
  return map.processes[parent].entityTypeId
}

function planBindings(
  standing: Standing,
  map: PortalMap,
  publicUrl: string,
  language: Language,
  { create, remove }: Parts,
): void {
  const granted = new Set(standing.scopes ?? [])
  const tabs = planPlacements(boundPlacements(map, publicUrl), standing.placements, granted)
  const tabTitles = tabs.missing.map((one) => `${one.titles[language]} (${placeWords(one.listedAs, language)})`)
  if (tabTitles.length) create.push({ what: 'tab', process: null, titles: tabTitles })
  const events = planEvents(standing.events, standing.hasQueue, `${publicUrl}/hooks/event`)
  if (events.missing.length)
    create.push({
      what: 'event',
      process: null,
      titles: events.missing.map(({ event, offline }) => (offline ? `${event} (offline)` : event)),
    })
  const gone = (rows: Standing['placements'], field: string) =>
    rows.map((row) => [row[field], row.handler].filter(Boolean).join(' → '))
  if (tabs.stale.length) remove.push({ what: 'tab', titles: gone(tabs.stale, 'placement') })
  if (events.stale.length) remove.push({ what: 'event', titles: gone(events.stale, 'event') })
}

function planAutomation(standing: Standing, publicUrl: string, language: Language, { create, update }: Parts): void {
  const four = robotDefinitions(publicUrl, 0).map(({ code }) => code)
  const kinds = [
    ['robot', standing.robots, [...four, REFUSAL_ROBOT]],
    ['activity', standing.activities, four],
  ] as const
  for (const [what, known, wanted] of kinds) {
    if (known === null) continue
    const [standingOnes, missing] = [
      wanted.filter((code) => known.includes(code)),
      wanted.filter((code) => !known.includes(code)),
    ]
    const named = (codes: readonly string[]) => codes.map((code) => robotName(code, language))
    if (missing.length) create.push({ what, process: null, titles: named(missing) })
    if (standingOnes.length) update.push({ what, process: null, titles: named(standingOnes) })
  }
  if (standing.badges !== null && !standing.badges.includes(APPROVAL_BADGE))
    create.push({ what: 'badge', process: null, titles: [badgeName(language)] })
}

function readOf(survey: PortalSurvey, standing: Standing, map: PortalMap, language: Language): DryRun['read'] {
  const native = (['company', 'contact', 'lead', 'deal'] as const).map((entity) => ({
    entity,
    title: nativeWords(entity, language),
    rows: standing.rows[entity] ?? null,
    fields: null,
  }))
  const ours = MAPPED_PROCESSES.flatMap((name) => {
    const surveyed = survey.processes[name]
    if (!surveyed) return []
    const { fields } = DICTIONARY[name]
    const absent = fields.filter((field) => map.processes[name].fields[field.code] === NO_FIELD).length
    const kept = fields.length - absent - madeFields(name, survey, map).length
    return [{ entity: name, title: surveyed.title, rows: surveyed.rows, fields: kept }]
  })
  const people = { entity: 'people', title: nativeWords('people', language), rows: survey.people.length, fields: null }
  return [...ours, ...native, people]
}

/** Fields of ours that will be made: chosen so, and not there under our own code. */
function madeFields(name: MappedProcessName, survey: PortalSurvey, map: PortalMap) {
  const surveyed = survey.processes[name] ?? null
  return DICTIONARY[name].fields.filter((field) => {
    const chosen = map.processes[name].fields[field.code] ?? MAKE_FIELD
    return chosen === MAKE_FIELD && !surveyed?.fields.some((one) => one.name.endsWith(`_${field.code}`))
  })
}

function withoutOf(standing: Standing): DryRun['without'] {
  const granted = standing.scopes
  const needsTelephony = PLACEMENTS.some(({ scope }) => scope === 'telephony')
  const lacking: [DryRun['without'][number], boolean][] = [
    ['queue', !standing.hasQueue],
    ['telephony', needsTelephony && granted !== null && !granted.includes('telephony')],
    ['tasks', granted !== null && !granted.includes('task')],
    ['chats', granted !== null && !granted.includes('imopenlines')],
    ['absences', granted !== null && !['calendar', 'timeman'].every((scope) => granted.includes(scope))],
    ['robots', standing.robots === null],
    ['activities', standing.activities === null],
    ['badges', standing.badges === null],
  ]
  return lacking.flatMap(([what, isLacking]) => (isLacking ? [what] : []))
}
