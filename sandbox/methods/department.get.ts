import type { Department } from '../state/people.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase, toText } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'

const filters = ['ID', 'NAME', 'SORT', 'PARENT', 'UF_HEAD']

export const method: Method = {
  scope: 'department',
  run({ portal, params, start }) {
    const filter = Object.fromEntries(
      filters
        .map((name) => [name, anyCase(params, name)])
        .filter(([name, value]) => value !== undefined && name !== 'SORT'),
    ) as Record<string, unknown>
    const order = { [toText(anyCase(params, 'sort')) || 'SORT']: toText(anyCase(params, 'order')) || 'ASC' }
    const page = pageOf(selectRows(portal.departments.list().map(print), filter, order), start)
    return { result: page.rows, total: page.total, next: page.next, rows: page.rows.length }
  },
}

/** The root has no PARENT, and a department without a head no UF_HEAD. */
const print = (department: Department): Record<string, unknown> => ({
  ID: String(department.id),
  NAME: department.name,
  SORT: department.sort,
  ...(department.parentId === null ? {} : { PARENT: String(department.parentId) }),
  ...(department.headId === null ? {} : { UF_HEAD: String(department.headId) }),
})
