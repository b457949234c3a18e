import { accessDenied } from '../rules/errors.ts'
import { mayReadType } from '../rules/crm-access.ts'
import { catalogueOf } from '../rules/item-access.ts'
import { describeField } from '../rules/field-description.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  run(call) {
    const catalogue = catalogueOf(call, requiredId(call.params, 'entityTypeId'))
    if (!mayReadType(call.portal, call.caller, catalogue.entityTypeId))
      throw accessDenied('You do not have permission to view this item')
    const original = isYes(call.params['useOriginalUfNames'])
    const fields = catalogue.fields
      .filter((field) => field.isHollow !== true && field.isOff !== true)
      .map((field) => [catalogue.nameOf(field, original), describeField(field)])
    return { result: { fields: Object.fromEntries(fields) as unknown } }
  },
}
