import { checkPlan } from '../rules/plan.ts'
import { accessDenied, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { optionalMap, requiredId, toText } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { printTypeInFull } from '../rules/type-print.ts'
import { readFlags, readLinked, writeRelations } from '../rules/type-write.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  isWrite: true,
  adminOnly: accessDenied,
  run(call) {
    const { portal } = call
    checkPlan(call, 'UPDATE_DYNAMIC_TYPE_RESTRICTED')
    const type = portal.state.types.get(requiredId(call.params, 'id'))
    if (!type) throw new RestError(400, 0, 'SPA not found')
    const fields = optionalMap(call.params, 'fields')
    const updated = {
      ...type,
      title: toText(fields['title']).trim() || type.title,
      flags: readFlags(fields, type.flags),
      linkedUserFields: readLinked(fields, type.linkedUserFields),
      updatedBy: call.caller.userId,
      updatedTime: Math.floor(portal.now() / 1000),
    }
    portal.state.db.transaction(() => {
      portal.state.types.save(updated)
      writeRelations(portal, updated, fields)
    })()
    schemaChanged(call, 'ONCRMTYPEUPDATE', { ID: type.id, ENTITY_TYPE_ID: type.entityTypeId })
    return { result: { type: printTypeInFull(portal, updated) } }
  },
}
