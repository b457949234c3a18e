import { RestError, withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toMap, toText } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { funnelOf, stagePrefix } from '../rules/stages.ts'
import type { Portal } from '../portal.ts'
import type { Status } from '../state/statuses.ts'

/** The portal keeps stage ids in a column of 21 characters, prefix included. */
const longest = 21

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: () => new RestError(400, 'Access denied.', 'Access denied.'),
  run(call) {
    const { portal } = call
    const fields = toMap(anyCase(call.params, 'fields'))
    for (const name of ['ENTITY_ID', 'STATUS_ID', 'NAME'])
      if (toText(anyCase(fields, name)).trim() === '') throw withoutCode(`The field ${name} is required.`)
    const entityId = toText(anyCase(fields, 'ENTITY_ID'))
    const funnel = funnelOf(entityId)
    if (!isKnownDictionary(portal, entityId)) throw withoutCode('The dictionary is not found.')
    const prefix = funnel ? stagePrefix(funnel.entityTypeId, funnel.categoryId) : ''
    const given = toText(anyCase(fields, 'STATUS_ID'))
    const statusId = given.startsWith(prefix) ? given : prefix + given
    if (statusId.length > longest) throw withoutCode(`The field STATUS_ID is too long: ${longest} characters at most.`)
    const others = portal.state.statuses.ofEntity(entityId)
    if (others.some((status) => status.statusId === statusId))
      throw new RestError(400, 'ERROR_CORE', 'A status with this STATUS_ID already exists.')
    const semantics = readSemantics(anyCase(fields, 'SEMANTICS'))
    const status: Status = {
      id: portal.state.meta.nextId('status'),
      entityId,
      statusId,
      name: toText(anyCase(fields, 'NAME')),
      nameInit: '',
      sort: toInteger(anyCase(fields, 'SORT')) ?? (others.at(-1)?.sort ?? 0) + 10,
      isSystem: false,
      categoryId: funnel && funnel.entityTypeId !== 1 ? funnel.categoryId : null,
      color: toText(anyCase(fields, 'COLOR')),
      semantics,
    }
    if (funnel) checkOrder([...others, status])
    portal.state.statuses.save(status)
    schemaChanged(call, 'ONCRMSTATUSADD', { ID: status.id })
    return { result: status.id }
  },
}

function isKnownDictionary(portal: Portal, entityId: string): boolean {
  const funnel = funnelOf(entityId)
  if (!funnel) return portal.state.statuses.ofEntity(entityId).length > 0
  if (funnel.entityTypeId === 1) return true
  return portal.categories(funnel.entityTypeId).some((category) => category.id === funnel.categoryId)
}

function readSemantics(value: unknown): 'S' | 'F' | null {
  const text = toText(value)
  return text === 'S' || text === 'F' ? text : null
}

/** A funnel has one success, and it stands between what is in progress and what has failed. */
function checkOrder(stages: Status[]): void {
  const rank = (status: Status): number => (status.semantics === null ? 0 : status.semantics === 'S' ? 1 : 2)
  const sorted = [...stages].sort((one, other) => one.sort - other.sort || one.id - other.id)
  const isOrdered = sorted.every((status, index) => index === 0 || rank(status) >= rank(sorted[index - 1] ?? status))
  if (!isOrdered) throw new RestError(400, 'ERROR_CORE', 'Stages must go from process to success to failure.')
  if (stages.filter((status) => status.semantics === 'S').length > 1)
    throw new RestError(400, 'ERROR_CORE', 'A funnel has one success stage.')
}
