import { diskId, folderOf, notThere, printObject } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'disk',
  run(call) {
    const id = diskId(call)
    const file = call.portal.state.files.objects.get(id)
    if (!file || file.isFolder) throw notThere(id)
    folderOf(call, file.parentId)
    return { result: printObject(call, file) }
  },
}
