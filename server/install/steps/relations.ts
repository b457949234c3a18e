import { DICTIONARY } from '../../portal/dictionary.ts'
import { PROCESS_NAMES, typeIdOfParent } from '../../portal/schema-map.ts'
import { schemaMapOf, type Step } from '../fitting.ts'
import { callAll, rowsOf, type Row } from '../portal-lists.ts'

/** Links each process to its parents; links the portal has of its own stay. */
export const fitRelations: Step = async (fitting) => {
  const { client } = fitting
  const map = schemaMapOf(fitting)
  const answers = await callAll(
    client,
    Object.fromEntries(
      PROCESS_NAMES.map((name) => [name, { method: 'crm.type.get', params: { id: map.processes[name].typeId } }]),
    ),
  )
  let created = 0
  let found = 0
  for (const name of PROCESS_NAMES) {
    const type = (answers[name]!.result as { type?: Row }).type ?? {}
    const known = rowsOf(type.relations, 'parent')
    const standing = parentsOf(answers[name]!.result)
    const wanted = DICTIONARY[name].parents.map((parent) => typeIdOfParent(parent, map))
    const missing = wanted.filter((typeId) => !standing.includes(typeId))
    created += missing.length
    found += wanted.length - missing.length
    if (!missing.length) continue
    const parent = [...known.map(keptRelation), ...missing.map((typeId) => relation(typeId, true))]
    await client.call('crm.type.update', { id: map.processes[name].typeId, fields: { relations: { parent } } })
  }
  return { created, found }
}

/** entityTypeIds of a process's parents, of what `crm.type.get` answers. */
export function parentsOf(answer: unknown): number[] {
  const { type } = (answer ?? {}) as { type?: Row }
  return rowsOf(type?.relations, 'parent').map((relation) => Number(relation.entityTypeId))
}

// Flags of relations are the words "true" and "false" here, unlike everywhere else.
function relation(entityTypeId: number, isListed: boolean) {
  return { entityTypeId, isChildrenListEnabled: isListed ? 'true' : 'false' }
}

function keptRelation(known: Row) {
  return relation(Number(known.entityTypeId), ['Y', 'true', true].includes(known.isChildrenListEnabled as string))
}
