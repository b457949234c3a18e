import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { printUser } from '../rules/user-print.ts'

const notFilters = new Set(['sort', 'order', 'filter', 'find', 'admin_mode', 'select', 'start'])

/** `FIND` is looked for in names and positions; the rest filters as `user.get` does. */
export const method: Method = {
  scope: 'user',
  run({ portal, params, start }) {
    const plain = Object.entries(params).filter(([name]) => !notFilters.has(name.toLowerCase()))
    const filter = { ...Object.fromEntries(plain), ...toMap(anyCase(params, 'FILTER')) }
    const words = toText(anyCase(params, 'FIND') ?? filter['FIND'])
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
    const { FIND: _find, ...others } = filter
    const order = { [toText(anyCase(params, 'sort')) || 'ID']: toText(anyCase(params, 'order')) || 'ASC' }
    const people = portal.users.list().filter((person) => {
      const text = `${person.name} ${person.lastName} ${person.secondName} ${person.workPosition}`.toLowerCase()
      return person.active && words.every((word) => text.includes(word))
    })
    const rows = people.map((person) => printUser(portal, person))
    const page = pageOf(selectRows(rows, others, order), start)
    return { result: page.rows, total: page.total, next: page.next, rows: page.rows.length }
  },
}
