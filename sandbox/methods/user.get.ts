import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase, toMap, toText, type Params } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { printUser } from '../rules/user-print.ts'

const notFilters = new Set(['sort', 'order', 'filter', 'admin_mode', 'select', 'image_resize', 'start'])

/** Takes its filter both as `FILTER` and as plain parameters. */
export const method: Method = {
  scope: 'user',
  run({ portal, params, start }) {
    const plain = Object.entries(params).filter(([name]) => !notFilters.has(name.toLowerCase()))
    const filter: Params = { ...Object.fromEntries(plain), ...toMap(anyCase(params, 'FILTER')) }
    const order = { [toText(anyCase(params, 'sort')) || 'ID']: toText(anyCase(params, 'order')) || 'ASC' }
    const people = portal.users.list().map((person) => printUser(portal, person))
    const page = pageOf(selectRows(people, withFlags(filter), order), start)
    return { result: page.rows, total: page.total, next: page.next, rows: page.rows.length }
  },
}

/** ACTIVE is a boolean in answers and Y, 1 or true in filters. */
function withFlags(filter: Params): Params {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => {
      if (!name.toUpperCase().endsWith('ACTIVE')) return [name, value]
      return [name, ['Y', '1', 'true'].includes(toText(value)) ? 'true' : 'false']
    }),
  )
}
