import { accessDenied, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { stageDictionary } from '../rules/stages.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  isWrite: true,
  adminOnly: accessDenied,
  run(call) {
    const { portal } = call
    const type = portal.state.types.get(requiredId(call.params, 'id'))
    if (!type) throw new RestError(400, 0, 'SPA not found')
    if (portal.state.items.hasAny(type.entityTypeId))
      throw new RestError(400, 'BX_ERROR', 'You cannot delete an entity type that has elements')
    portal.state.db.transaction(() => {
      for (const category of portal.categories(type.entityTypeId))
        portal.state.statuses.removeEntity(stageDictionary(type.entityTypeId, category.id))
      for (const field of portal.state.userFields.list())
        if (field.entityId === `CRM_${type.id}`) portal.state.userFields.remove(field.id)
      portal.state.types.remove(type)
    })()
    schemaChanged(call, 'ONCRMTYPEDELETE', { ID: type.id, ENTITY_TYPE_ID: type.entityTypeId })
    return { result: [] }
  },
}
