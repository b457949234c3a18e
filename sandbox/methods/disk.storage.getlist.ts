import { mayUse, storagesOf } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'

export const method: Method = {
  scope: 'disk',
  run(call) {
    const rows = storagesOf(call)
      .filter((storage) => mayUse(call, storage))
      .map((storage) => ({
        ID: String(storage.id),
        NAME: storage.name,
        CODE: null,
        MODULE_ID: 'disk',
        ENTITY_TYPE: storage.type,
        ENTITY_ID: storage.owner,
        ROOT_OBJECT_ID: String(storage.rootId),
      }))
    const page = pageOf(selectRows(rows, anyCase(call.params, 'filter'), anyCase(call.params, 'order')), call.start)
    return { result: page.rows, total: page.total, next: page.next, rows: page.rows.length }
  },
}
