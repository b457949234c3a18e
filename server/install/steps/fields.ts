import { DICTIONARY, type FieldDefinition } from '../../portal/dictionary.ts'
import type { BatchCalls } from '../../portal/batch.ts'
import { PROCESS_NAMES, type MappedField, type MappedProcess } from '../../portal/schema-map.ts'
import { processOf, type Fitting, type Step, type StepOutcome } from '../fitting.ts'
import { callAll, plainName, readAllRows, rowsOf, type Row } from '../portal-lists.ts'

/** Finds the fields of each process, creates the missing ones, and learns which element of a list means what. */
export const fitFields: Step = async (fitting) => {
  const outcome: StepOutcome = { created: 0, found: 0 }
  for (const name of PROCESS_NAMES) {
    const { created, found } = await fitProcess(fitting, processOf(fitting, name), DICTIONARY[name].fields)
    outcome.created += created
    outcome.found += found
  }
  return outcome
}

async function fitProcess(
  { client, log }: Fitting,
  process: MappedProcess,
  definitions: readonly FieldDefinition[],
): Promise<StepOutcome> {
  const entityId = `CRM_${process.typeId}`
  const params = { moduleId: 'crm', filter: { entityId } }
  const rows = (await readAllRows(client, 'userfieldconfig.list', params, 'fields')).filter(
    (row) => row.entityId === entityId,
  )
  const byName = new Map(rows.map((row) => [row.fieldName, row]))
  const calls: BatchCalls = {}
  let created = 0
  let found = 0
  definitions.forEach((definition, index) => {
    const name = `UF_CRM_${process.typeId}_${definition.code}`
    const known = byName.get(name)
    if (!known) {
      created += 1
      calls[definition.code] = { method: 'userfieldconfig.add', params: newField(entityId, name, definition, index) }
      return
    }
    found += 1
    if (known.userTypeId !== definition.type) {
      // Writing a value of the wrong type would lose it; the field stays the portal's own.
      log.warn(
        { field: name, is: known.userTypeId, expected: definition.type },
        'a field of another type is left alone',
      )
      return
    }
    process.fields[definition.code] = mapped(known, definition)
    // Lists come without their elements.
    if (definition.elements)
      calls[definition.code] = { method: 'userfieldconfig.get', params: { moduleId: 'crm', id: Number(known.id) } }
  })
  const answers = await callAll(client, calls)
  for (const definition of definitions) {
    const answer = answers[definition.code]
    if (answer) process.fields[definition.code] = mapped((answer.result as { field: Row }).field, definition)
  }
  return { created, found }
}

function newField(entityId: string, fieldName: string, definition: FieldDefinition, index: number) {
  const { type, multiple, label, settings, elements } = definition
  return {
    moduleId: 'crm',
    field: {
      entityId,
      fieldName,
      userTypeId: type,
      multiple: multiple ? 'Y' : 'N',
      mandatory: 'N',
      sort: (index + 1) * 10,
      showFilter: 'Y',
      editInList: 'Y',
      isSearchable: 'N',
      xmlId: definition.code,
      editFormLabel: { ru: label.ru, en: label.en },
      ...(settings ? { settings } : {}),
      ...(elements ? { enum: newElements(elements) } : {}),
    },
  }
}

function newElements(elements: NonNullable<FieldDefinition['elements']>) {
  return Object.entries(elements).map(([xmlId, label], index) => ({
    value: label.ru,
    def: 'N',
    sort: (index + 1) * 10,
    xmlId,
  }))
}

function mapped(row: Row, definition: FieldDefinition): MappedField {
  const field: MappedField = { name: String(row.fieldName), type: definition.type, multiple: row.multiple === 'Y' }
  if (definition.elements) field.elements = elementsOf(rowsOf(row.enum), definition.elements)
  return field
}

/** Element ids by our codes: by `xmlId`, then by label; the portal's further elements by their own xmlId. */
export function elementsOf(
  rows: readonly Row[],
  ours: NonNullable<FieldDefinition['elements']>,
): Record<string, number> {
  const elements: Record<string, number> = {}
  const free = new Set(rows)
  const take = (code: string, row: Row | undefined) => {
    const id = Number(row?.id)
    if (!row || !Number.isInteger(id) || Object.hasOwn(elements, code)) return
    elements[code] = id
    free.delete(row)
  }
  for (const code of Object.keys(ours))
    take(
      code,
      rows.find((row) => row.xmlId === code),
    )
  for (const [code, label] of Object.entries(ours))
    take(
      code,
      [...free].find((row) => [label.ru, label.en].some((text) => plainName(text) === plainName(row.value))),
    )
  for (const row of free) if (typeof row.xmlId === 'string' && row.xmlId) take(row.xmlId, row)
  return elements
}
