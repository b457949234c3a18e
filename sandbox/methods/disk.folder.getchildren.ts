import { diskId, folderOf, printFolder, printObject } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { childrenOf } from '../state/files.ts'

export const method: Method = {
  scope: 'disk',
  run(call) {
    const { folderId } = folderOf(call, diskId(call, 1))
    const children = call.portal.state.files.objects
      .marked(childrenOf(folderId))
      .map((one) => (one.isFolder ? printFolder(call, one) : printObject(call, one)))
    const page = pageOf(selectRows(children, anyCase(call.params, 'filter'), anyCase(call.params, 'order')), call.start)
    return { result: page.rows, total: page.total, next: page.next, rows: page.rows.length }
  },
}
