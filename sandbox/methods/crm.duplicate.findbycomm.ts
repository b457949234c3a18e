import { checkCrm, deniedInWords } from '../rules/crm-access.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { companyType, contactType, leadType } from '../rules/standard-fields.ts'
import { asList } from '../rules/values.ts'

const entities: [name: string, entityTypeId: number][] = [
  ['LEAD', leadType],
  ['CONTACT', contactType],
  ['COMPANY', companyType],
]
const mostValues = 20
const mostFound = 20

/** The answer is cut after twenty hits in all, so that many leads may hide a company. */
export const method: Method = {
  scope: 'crm',
  run(call) {
    const { portal, caller, params } = call
    checkCrm(call, () => deniedInWords('Access denied', 403))
    const type = toText(anyCase(params, 'type')).toUpperCase()
    if (type === '') throw new RestError(400, 'Communication type is not defined', "Parameter 'type' is required.")
    if (type !== 'PHONE' && type !== 'EMAIL')
      throw new RestError(400, `Communication type '${type}' is not supported in current context`, 'Unsupported type')
    const values = asList(anyCase(params, 'values')).map(toText).slice(0, mostValues)
    if (values.length === 0)
      throw new RestError(400, 'Communication values is not defined', "Parameter 'values' is required.")
    const only = toText(anyCase(params, 'entity_type')).toUpperCase()
    const found: Record<string, number[]> = {}
    let left = mostFound
    for (const [name, entityTypeId] of entities) {
      if (only !== '' && only !== name) continue
      const ids = [
        ...new Set(values.flatMap((value) => portal.state.items.findByMultifield(entityTypeId, type, value))),
      ]
        .filter((id) => {
          const assigned = portal.state.items.get(entityTypeId, id)?.values['assignedById']
          return portal.rights.may(caller.userId, entityTypeId, 'read', Number(assigned))
        })
        .slice(0, left)
      left -= ids.length
      if (ids.length > 0) found[name] = ids
    }
    return { result: Object.keys(found).length === 0 ? [] : found }
  },
}
