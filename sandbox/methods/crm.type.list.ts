import { asList } from '../rules/values.ts'
import { toInteger, toMap, toText, type Params } from '../rules/params.ts'
import { accessDenied, invalidArgument } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { selectRows } from '../rules/rows.ts'
import { printType } from '../rules/type-print.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  adminOnly: accessDenied,
  run({ portal, params, start }) {
    checkNames(params)
    const all = selectRows(portal.types.list().map(printType), params['filter'], params['order'])
    const page = pageOf(all, start)
    return { result: { types: page.rows }, total: page.total, next: page.next, rows: page.rows.length }
  },
}

const fields = [
  'id',
  'entityTypeId',
  'title',
  'code',
  'createdBy',
  'updatedBy',
  'createdTime',
  'updatedTime',
  'customSectionId',
  'customSections',
  'linkedUserFields',
  'relations',
]
const numbers = ['id', 'entityTypeId', 'createdBy', 'updatedBy']
const isField = (name: string): boolean => fields.includes(name) || /^is[A-Z]/.test(name)

/** Unlike the older lists, this one minds what it is filtered and ordered by. */
function checkNames(params: Params): void {
  for (const [key, value] of Object.entries(toMap(params['filter']))) {
    const name = key.replace(/^[!<>=@%]+/, '')
    if (!isField(name)) throw invalidArgument(`Invalid filter: field '${name}' is not allowed in filter`)
    const isWrong = numbers.includes(name) && asList(value).some((one) => toInteger(one) === null)
    if (isWrong) throw invalidArgument(`Invalid filter: field '${name}' has invalid value`)
  }
  for (const [name, way] of Object.entries(toMap(params['order']))) {
    if (!isField(name)) throw invalidArgument(`Invalid order: field '${name}' is not allowed in order`)
    if (!['ASC', 'DESC'].includes(toText(way).toUpperCase()))
      throw invalidArgument(
        `Invalid order: allowed sort directions are ASC, DESC. But got '${toText(way).slice(0, 40)}' for field '${name}'`,
      )
  }
}
