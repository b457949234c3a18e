import { categoryFields } from '../rules/dictionary-fields.ts'
import { notFound } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'
import { toUpperName } from '../rules/names.ts'
import { describeRecord } from '../rules/records.ts'

export const method: Method = {
  scope: 'crm',
  run({ portal, params }) {
    if (!portal.catalogue.of(requiredId(params, 'entityTypeId'))) throw notFound('SPA not found')
    const fields = Object.entries(describeRecord(categoryFields)).map(([name, described]) => [
      name,
      { ...(described as object), upperName: toUpperName(name) },
    ])
    return { result: { fields: Object.fromEntries(fields) as unknown } }
  },
}
