import { NotFoundError } from '../../errors.ts'
import { DICTIONARY } from '../../portal/dictionary.ts'
import { PROCESS_NAMES, type ProcessName } from '../../portal/schema-map.ts'
import type { Fitting, Step } from '../fitting.ts'
import { callAll, rowsOf } from '../portal-lists.ts'
import { readRememberedSchema, rememberSchema } from '../remembered-schema.ts'
import { defaultCategory, surveyTypes, type SurveyedType } from '../survey.ts'

/** Takes the portal's processes that were chosen for ours, and creates those that it is to get. */
export const fitProcesses: Step = async (fitting) => {
  const { client, map } = fitting
  const remembered = await readRememberedSchema(client)
  const known = await surveyTypes(client)
  const ours = new Set(remembered.ours)
  const types: Partial<Record<ProcessName, number>> = {}
  let created = 0
  for (const name of PROCESS_NAMES) {
    const chosen = map.processes[name].entityTypeId
    const madeBefore = ours.has(name) ? remembered.types[name] : undefined
    let type = known.find((one) => one.entityTypeId === (chosen ?? madeBefore))
    if (!type && chosen !== null) throw new NotFoundError(`The process chosen for «${name}» is no longer in the portal`)
    if (!type) {
      type = await createType(fitting, name)
      created += 1
      ours.add(name)
    }
    types[name] = type.entityTypeId
    map.processes[name].entityTypeId = type.entityTypeId
    const { entityTypeId, typeId } = type
    fitting.processes[name] = { entityTypeId, typeId, categoryId: 0, fields: {}, stages: {} }
    fitting.labels[name] = new Map(type.fields.map((field) => [field.name, field.label]))
    // After each: should the next one fail, this one is found again and not made twice.
    if (created) await rememberSchema(client, { types: { ...remembered.types, ...types }, ours: [...ours] })
  }
  fitting.ours = ours
  await readCategories(fitting)
  const unchanged = PROCESS_NAMES.every((name) => remembered.types[name] === types[name])
  if (!unchanged) await rememberSchema(client, { types, ours: [...ours] })
  return { created, found: PROCESS_NAMES.length - created }
}

async function createType({ client, language }: Fitting, name: ProcessName): Promise<SurveyedType> {
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
  return { typeId: Number(id), entityTypeId: Number(entityTypeId), title: title[language], fields: [] }
}

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
    fitting.processes[name]!.categoryId = defaultCategory(rowsOf(answers[name]!.result, 'categories'))
  }
}
