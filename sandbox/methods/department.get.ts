import type { Department } from '../state/people.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase, toText } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'

// `sort` is the order here, so that a department cannot be looked for by its SORT.
const filters = ['ID', 'NAME', 'PARENT', 'UF_HEAD']

export const method: Method = {
  scope: 'department',
  run({ portal, params, start }) {
    const filter = Object.fromEntries(
      filters.map((name) => [name, anyCase(params, name)]).filter(([, value]) => value !== undefined),
    ) as Record<string, unknown>
    const order = { [toText(anyCase(params, 'sort')) || 'SORT']: toText(anyCase(params, 'order')) || 'ASC' }
    const page = pageOf(selectRows(portal.departments.list().map(print), filter, order), start)
    return { result: page.rows.map(withoutEmpty), total: page.total, next: page.next, rows: page.rows.length }
  },
}

const print = (department: Department): Record<string, unknown> => ({
  ID: String(department.id),
  NAME: department.name,
  SORT: department.sort,
  PARENT: String(department.parentId ?? ''),
  UF_HEAD: String(department.headId ?? ''),
})

/** The root is answered without PARENT, and a department that nobody heads without UF_HEAD. */
const withoutEmpty = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))
