import {
  MAPPED_PROCESSES,
  type MappedProcessName,
  type PortalSurvey,
  type SurveyedProcess,
} from '../../contract/portal-map.ts'
import { PortalError } from '../errors.ts'
import type { PortalField } from '../portal/guess/guess-fields.ts'
import { likeness } from '../portal/guess/guess-processes.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import { readPortalPeople } from '../sync/import-people.ts'
import { readAllRows, rowsOf, type Row } from './portal-lists.ts'
import { readRememberedSchema, type RememberedSchema } from './remembered-schema.ts'
import { sampleOf } from './sample-values.ts'
import { readStages, stagesOf } from './portal-stages.ts'
import type { StandingProcess } from './standing.ts'

/** A smart process with its user fields. */
export interface SurveyedType {
  typeId: number
  entityTypeId: number
  title: string
  fields: PortalField[]
}

/** What the app asks for, and what each is for: without it a part of the app cannot work at all. */
export const NEEDED_SCOPES = ['crm', 'user', 'department', 'placement', 'im', 'userfieldconfig'] as const
const FROM_LIKENESS = 0.4
const BATCH = 50
const COMPANY = 4

/** Silence, limits and breakdowns pass; taken for "there are no fields" they would empty the portal's map. */
function isPassing(answer: { status: number } | undefined): boolean {
  return !answer || answer.status === 0 || answer.status === 429 || answer.status >= 500
}

/**
 * All smart processes with their fields, in as few calls as there are fifties of them. Reads only; throws PortalError
 * when the portal did not say what one of them holds.
 */
export async function surveyTypes(client: PortalClient): Promise<SurveyedType[]> {
  const rows = await readAllRows(client, 'crm.type.list', { order: { id: 'ASC' } }, 'types')
  const types = rows.map((row) => ({
    typeId: Number(row.id),
    entityTypeId: Number(row.entityTypeId),
    title: String(row.title ?? ''),
    fields: [] as PortalField[],
  }))
  for (let at = 0; at < types.length; at += BATCH) {
    const part = types.slice(at, at + BATCH)
    const answers = await client.batch(
      Object.fromEntries(
        part.map(({ entityTypeId }) => [
          `type${entityTypeId}`,
          { method: 'crm.item.fields', params: { entityTypeId, useOriginalUfNames: 'Y' } },
        ]),
      ),
    )
    for (const type of part) {
      const answer = answers[`type${type.entityTypeId}`]
      if (!answer?.ok && isPassing(answer))
        throw new PortalError('crm.item.fields', answer?.code ?? '', answer?.status ?? 0, { retryable: true })
      // A process of somebody else's that may not be looked into shows no fields, and is none of ours.
      const fields = answer?.ok ? (answer.result as { fields?: Record<string, Row> }).fields : {}
      type.fields = Object.entries(fields ?? {})
        .filter(([name]) => name.startsWith('UF_'))
        .map(([name, field]) => portalField(name, field))
    }
  }
  return types
}

function portalField(name: string, field: Row): PortalField {
  return {
    name,
    label: String(field.title ?? name),
    type: String(field.type ?? ''),
    multiple: field.isMultiple === true || field.isMultiple === 'Y',
    elements: rowsOf(field.items).map((item) => ({ id: Number(item.ID), label: String(item.VALUE ?? '') })),
  }
}

export interface Survey {
  types: SurveyedType[]
  remembered: RememberedSchema
  portal: PortalSurvey
  /** The chosen processes that are there, as the steps of a setup will find them. */
  standing: Partial<Record<MappedProcessName, StandingProcess>>
}

/**
 * What stands in the portal, and of the processes chosen (`chosen`, by our names) also stages, sample values and how
 * much they hold. Reads only; throws PortalError where the portal refuses what cannot be done without.
 */
export async function surveyPortal(
  client: PortalClient,
  choose: (types: readonly SurveyedType[], remembered: RememberedSchema) => Record<MappedProcessName, number | null>,
): Promise<Survey> {
  const types = await surveyTypes(client)
  const remembered = await readRememberedSchema(client)
  const chosen = choose(types, remembered)
  const people = await readPortalPeople(client)
  const rest = await client.batch({
    scope: { method: 'scope' },
    feature: { method: 'feature.get', params: { CODE: 'rest_offline_extended' } },
    own: {
      method: 'crm.item.list',
      params: { entityTypeId: COMPANY, filter: { isMyCompany: 'Y' }, select: ['id', 'title'], order: { id: 'ASC' } },
    },
  })
  const scopes = rest.scope?.ok && Array.isArray(rest.scope.result) ? (rest.scope.result as unknown[]) : null
  const { processes, standing } = await surveyProcesses(client, types, chosen, remembered)
  const active = people.users.filter((user) => user.active === 1)
  const portal: PortalSurvey = {
    types: types.map(({ entityTypeId, title, fields }) => ({
      entityTypeId,
      title,
      suits: MAPPED_PROCESSES.filter((name) => likeness(name, { entityTypeId, title, fields }) >= FROM_LIKENESS),
    })),
    processes,
    departments: people.departments.map(({ id, name, parentId }) => ({
      id,
      name,
      parentId,
      people: active.filter((user) => (JSON.parse(user.departmentIds) as number[]).includes(id)).length,
    })),
    people: active.map((user) => ({
      id: user.id,
      name: `${user.name} ${user.lastName}`.trim(),
      position: user.position ?? '',
      departmentIds: JSON.parse(user.departmentIds) as number[],
    })),
    ownCompanies: (rest.own?.ok ? rowsOf(rest.own.result, 'items') : []).map((row) => ({
      id: Number(row.id),
      title: String(row.title ?? ''),
    })),
    missingScopes: scopes === null ? [] : NEEDED_SCOPES.filter((scope) => !scopes.includes(scope)),
    hasQueue: rest.feature?.ok === true && (rest.feature.result as { value?: unknown })?.value === 'Y',
  }
  return { types, remembered, portal, standing }
}

async function surveyProcesses(
  client: PortalClient,
  types: readonly SurveyedType[],
  chosen: Record<MappedProcessName, number | null>,
  { ours }: RememberedSchema,
): Promise<{ processes: PortalSurvey['processes']; standing: Survey['standing'] }> {
  const standing: Survey['standing'] = {}
  const processes: Record<MappedProcessName, SurveyedProcess | null> = {
    request: null,
    order: null,
    offer: null,
    carrier: null,
  }
  const known = MAPPED_PROCESSES.flatMap((name) => {
    const type = types.find((one) => one.entityTypeId === chosen[name])
    return type ? [{ name, type }] : []
  })
  if (!known.length) return { processes, standing }
  const answers = await client.batch(
    Object.fromEntries(
      known.flatMap(({ name, type: { entityTypeId, fields } }) => [
        [`categories_${name}`, { method: 'crm.category.list', params: { entityTypeId } }],
        [
          `items_${name}`,
          {
            method: 'crm.item.list',
            params: {
              entityTypeId,
              select: ['id', ...fields.map((field) => field.name)],
              order: { id: 'DESC' },
              useOriginalUfNames: 'Y',
            },
          },
        ],
      ]),
    ),
  )
  for (const { name, type } of known) {
    const items = answers[`items_${name}`]
    const rows = items?.ok ? rowsOf(items.result, 'items') : []
    const categories = answers[`categories_${name}`]
    const categoryId = defaultCategory(categories?.ok ? rowsOf(categories.result, 'categories') : [])
    const { typeId, entityTypeId } = type
    standing[name] = { typeId, entityTypeId, categoryId, isOurs: ours.includes(name) }
    const stages = await readStages(client, stagesOf(type.entityTypeId, categoryId).dictionary)
    processes[name] = {
      entityTypeId: type.entityTypeId,
      title: type.title,
      fields: type.fields.map((field) => ({ ...field, samples: sampleOf(field, rows) })),
      stages: stages.map(({ statusId, name: title, semantics }) => ({ statusId, name: title, semantics })),
      rows: items?.ok ? (items.total ?? null) : null,
    }
  }
  return { processes, standing }
}

/** New items go to the funnel the portal calls its default one. */
export function defaultCategory(categories: readonly Row[]): number {
  const chosen = categories.find((category) => category.isDefault === 'Y') ?? categories[0]
  return Number(chosen?.id ?? 0)
}
