import { DICTIONARY } from '../../portal/dictionary.ts'
import { PROCESS_NAMES, type ProcessName } from '../../portal/schema-map.ts'
import { findProcesses, type KnownType } from '../find-process.ts'
import type { Fitting, Step } from '../fitting.ts'
import { callAll, readAllRows, rowsOf } from '../portal-lists.ts'
import { readRememberedSchema, rememberSchema } from '../remembered-schema.ts'

/** Finds our processes in the portal and creates those it does not have. */
export const fitProcesses: Step = async (fitting) => {
  const { client } = fitting
  const remembered = await readRememberedSchema(client)
  const known = findProcesses(await readTypes(fitting), remembered.types)
  const ours = new Set(remembered.ours)
  const types: Partial<Record<ProcessName, number>> = {}
  let created = 0
  for (const name of PROCESS_NAMES) {
    let type = known[name]
    if (!type) {
      type = await createType(fitting, name)
      created += 1
      ours.add(name)
    }
    types[name] = type.entityTypeId
    const { entityTypeId, typeId } = type
    fitting.processes[name] = { entityTypeId, typeId, categoryId: 0, fields: {}, stages: {} }
    // After each: should the next one fail, this one is found again and not made twice.
    if (created) await rememberSchema(client, { types: { ...remembered.types, ...types }, ours: [...ours] })
  }
  fitting.ours = ours
  await readCategories(fitting)
  const unchanged = PROCESS_NAMES.every((name) => remembered.types[name] === types[name])
  if (!unchanged) await rememberSchema(client, { types, ours: [...ours] })
  return { created, found: PROCESS_NAMES.length - created }
}

async function readTypes({ client }: Fitting): Promise<KnownType[]> {
  const rows = await readAllRows(client, 'crm.type.list', { order: { id: 'ASC' } }, 'types')
  const types = rows.map((row) => ({
    typeId: Number(row.id),
    entityTypeId: Number(row.entityTypeId),
    title: String(row.title ?? ''),
    fieldCodes: new Set<string>(),
  }))
  // Field names are enough here, and `crm.item.fields` gives all of a process in one answer.
  const answers = await client.batch(
    Object.fromEntries(
      types.slice(0, 50).map((type) => {
        const params = { entityTypeId: type.entityTypeId, useOriginalUfNames: 'Y' }
        return [`type${type.typeId}`, { method: 'crm.item.fields', params }]
      }),
    ),
  )
  for (const type of types) {
    const answer = answers[`type${type.typeId}`]
    const fields = answer?.ok ? ((answer.result as { fields?: object }).fields ?? {}) : {}
    const prefix = `UF_CRM_${type.typeId}_`
    for (const name of Object.keys(fields)) if (name.startsWith(prefix)) type.fieldCodes.add(name.slice(prefix.length))
  }
  return types
}

async function createType({ client, language }: Fitting, name: ProcessName): Promise<KnownType> {
  const { title, stages, hasClient } = DICTIONARY[name]
  const { result } = await client.call<{ type: { id: unknown; entityTypeId: unknown } }>('crm.type.add', {
    fields: {
      title: title[language],
      isStagesEnabled: stages.length ? 'Y' : 'N',
      isClientEnabled: hasClient ? 'Y' : 'N',
      isCategoriesEnabled: 'N',
      isUseInUserfieldEnabled: 'Y',
      isAutomationEnabled: 'Y',
      isBizProcEnabled: 'Y',
      isDocumentsEnabled: 'Y',
      isObserversEnabled: 'Y',
      isRecyclebinEnabled: 'Y',
    },
  })
  const { id, entityTypeId } = result.type
  return { typeId: Number(id), entityTypeId: Number(entityTypeId), title: title[language], fieldCodes: new Set() }
}

/** New items go to the funnel the portal calls its default one. */
async function readCategories(fitting: Fitting): Promise<void> {
  const answers = await callAll(
    fitting.client,
    Object.fromEntries(
      PROCESS_NAMES.map((name) => {
        const params = { entityTypeId: fitting.processes[name]!.entityTypeId }
        return [name, { method: 'crm.category.list', params }]
      }),
    ),
  )
  for (const name of PROCESS_NAMES) {
    const categories = rowsOf(answers[name]!.result, 'categories')
    const chosen = categories.find((category) => category.isDefault === 'Y') ?? categories[0]
    fitting.processes[name]!.categoryId = Number(chosen?.id ?? 0)
  }
}
