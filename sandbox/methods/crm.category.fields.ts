import { funnelType } from '../rules/categories.ts'
import { categoryFields } from '../rules/dictionary-fields.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'
import { toUpperName } from '../rules/names.ts'
import { describeRecord } from '../rules/records.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    funnelType(call, requiredId(call.params, 'entityTypeId'))
    const fields = Object.entries(describeRecord(categoryFields)).map(([name, described]) => [
      name,
      { ...(described as object), upperName: toUpperName(name) },
    ])
    return { result: { fields: Object.fromEntries(fields) as unknown } }
  },
}
