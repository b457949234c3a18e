import { checkPlan } from '../rules/plan.ts'
import { accessDenied, invalidArgument, missingParameter, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredMap, toInteger, toText } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { addStages, newFunnelStages } from '../rules/stages.ts'
import { typeFlags } from '../rules/type-flags.ts'
import { printTypeInFull } from '../rules/type-print.ts'
import { isAllowedEntityTypeId, nextEntityTypeId, readFlags, readLinked, writeRelations } from '../rules/type-write.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  isWrite: true,
  adminOnly: accessDenied,
  run(call) {
    const { portal } = call
    checkPlan(call, 'CREATE_DYNAMIC_TYPE_RESTRICTED')
    const fields = requiredMap(call.params, 'fields')
    const title = toText(fields['title']).trim()
    if (title === '') throw missingParameter('title')
    if (isYes(fields['isExternal']) && (toInteger(fields['customSectionId']) ?? 0) <= 0)
      throw new RestError(400, 0, 'Select a workplace where the SPA will be located')
    const asked = fields['entityTypeId']
    const entityTypeId =
      asked === undefined || asked === null || asked === '' ? nextEntityTypeId(portal) : toInteger(asked)
    if (entityTypeId === null || !isAllowedEntityTypeId(entityTypeId))
      throw invalidArgument('entityTypeId is out of allowed range')
    if (portal.types.get(entityTypeId)) throw new RestError(400, 0, 'entityTypeId is already in use')
    const moment = Math.floor(portal.now() / 1000)
    const type = {
      id: portal.state.meta.nextId('type'),
      entityTypeId,
      title,
      code: toText(fields['code']),
      flags: readFlags(fields, typeFlags('N')),
      linkedUserFields: readLinked(fields, {}),
      createdBy: call.caller.userId,
      updatedBy: call.caller.userId,
      createdTime: moment,
      updatedTime: moment,
    }
    portal.state.db.transaction(() => {
      portal.state.types.save(type)
      writeRelations(portal, type, fields)
      const categoryId = portal.state.meta.nextId('category')
      portal.state.types.saveCategory({ entityTypeId, id: categoryId, name: 'Общая', sort: 500, isDefault: true })
      addStages(portal.state, entityTypeId, categoryId, newFunnelStages)
    })()
    schemaChanged(call, 'ONCRMTYPEADD', { ID: type.id, ENTITY_TYPE_ID: entityTypeId })
    return { result: { type: printTypeInFull(portal, type) } }
  },
}
