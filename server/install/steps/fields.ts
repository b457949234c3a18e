import { MAKE_FIELD, NO_FIELD } from '../../../contract/portal-map.ts'
import { DICTIONARY, type FieldDefinition } from '../../portal/dictionary.ts'
import type { BatchCalls } from '../../portal/batch.ts'
import { timesOf } from '../../portal/guess/guess-fields.ts'
import { PROCESS_NAMES, type MappedField, type ProcessName } from '../../portal/schema-map.ts'
import { processOf, type Fitting, type Step, type StepOutcome } from '../fitting.ts'
import { callAll, plainName, readAllRows, rowsOf, type Row } from '../portal-lists.ts'

/** Finds the fields of each process, creates the missing ones, and learns which element of a list means what. */
export const fitFields: Step = async (fitting) => {
  const outcome: StepOutcome = { created: 0, found: 0 }
  for (const name of PROCESS_NAMES) {
    const { created, found } = await fitProcess(fitting, name)
    outcome.created += created
    outcome.found += found
  }
  return outcome
}

async function fitProcess(fitting: Fitting, name: ProcessName): Promise<StepOutcome> {
  const { client, log } = fitting
  const process = processOf(fitting, name)
  const choice = fitting.map.processes[name]
  const definitions = DICTIONARY[name].fields
  const entityId = `CRM_${process.typeId}`
  const params = { moduleId: 'crm', filter: { entityId } }
  const rows = (await readAllRows(client, 'userfieldconfig.list', params, 'fields')).filter(
    (row) => row.entityId === entityId,
  )
  const byName = new Map(rows.map((row) => [row.fieldName, row]))
  const calls: BatchCalls = {}
  const outcome: StepOutcome = { created: 0, found: 0 }
  definitions.forEach((definition, index) => {
    const { code } = definition
    const chosen = choice.fields[code] ?? MAKE_FIELD
    if (chosen === NO_FIELD) return
    const fieldName = `UF_CRM_${process.typeId}_${code}`
    const known = byName.get(chosen === MAKE_FIELD ? fieldName : chosen)
    if (!known && chosen !== MAKE_FIELD) return log.warn({ field: chosen }, 'a chosen field is no longer there')
    if (!known) {
      outcome.created += 1
      calls[code] = { method: 'userfieldconfig.add', params: newField(entityId, fieldName, definition, index) }
      return
    }
    outcome.found += 1
    if (chosen !== MAKE_FIELD) {
      process.fields[code] = grownField(known, code, fitting.labels[name]?.get(chosen) ?? chosen, choice.elements[code])
      return
    }
    if (known.userTypeId !== definition.type) {
      // Writing a value of the wrong type would lose it; the field stays the portal's own.
      log.warn(
        { field: fieldName, is: known.userTypeId, expected: definition.type },
        'a field of another type is left alone',
      )
      return
    }
    process.fields[code] = mapped(known, definition)
    // Lists come without their elements.
    if (definition.elements)
      calls[code] = { method: 'userfieldconfig.get', params: { moduleId: 'crm', id: Number(known.id) } }
  })
  const answers = await callAll(client, calls)
  for (const definition of definitions) {
    const answer = answers[definition.code]
    if (answer) process.fields[definition.code] = mapped((answer.result as { field: Row }).field, definition)
  }
  return outcome
}

/** A field that grew in the portal, with what its elements mean; of several with one meaning the first is written. */
function grownField(row: Row, code: string, label: string, meanings: Record<string, string> | undefined): MappedField {
  const field: MappedField = {
    name: String(row.fieldName),
    type: String(row.userTypeId),
    multiple: row.multiple === 'Y',
    label,
  }
  const times = timesOf(code, label)
  if (times !== 1) field.times = times
  if (field.type === 'enumeration') {
    field.meanings = meanings ?? {}
    field.elements = Object.fromEntries(
      Object.entries(field.meanings)
        .toReversed()
        .map(([id, ours]) => [ours, Number(id)]),
    )
  }
  return field
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
