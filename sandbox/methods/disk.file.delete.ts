import { diskId, folderOf, notThere } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/disk/file/disk-file-delete.html */
export const method: Method = {
  scope: 'disk',
  isWrite: true,
  run(call) {
    const id = diskId(call)
    const file = call.portal.state.files.objects.get(id)
    if (!file || file.isFolder) throw notThere(id)
    folderOf(call, file.parentId)
    call.portal.state.files.objects.remove(id)
    return { result: true }
  },
}
