import { checkPlan } from '../rules/plan.ts'
import { accessDenied, missingParameter, RestError } from '../rules/errors.ts'
import { catalogueOf } from '../rules/item-access.ts'
import { importItem } from '../rules/item-import.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId, toMap } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

const most = 20

/** Up to twenty items; one that is refused does not hinder the others. */
export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  isWrite: true,
  run(call) {
    const catalogue = catalogueOf(call, requiredId(call.params, 'entityTypeId'))
    checkPlan(call, 'CREATE_DYNAMIC_ITEM_RESTRICTED', catalogue.entityTypeId)
    if (call.params['data'] === undefined) throw missingParameter('data')
    if (!call.portal.rights.mayAdd(call.caller.userId, catalogue.entityTypeId)) throw accessDenied()
    const rows = asList(call.params['data'])
    if (rows.length > most)
      throw new RestError(400, 'MAX_IMPORT_BATCH_SIZE_EXCEEDED', `Max import batch size is ${most}`)
    const original = isYes(call.params['useOriginalUfNames'])
    const items = rows.map((row): Record<string, unknown> => {
      try {
        return { item: { id: importItem(call, catalogue, toMap(row), original) } }
      } catch (error) {
        if (!(error instanceof RestError)) throw error
        return { error: String(error.code), error_description: error.description }
      }
    })
    return { result: { items }, rows: items.length }
  },
}
