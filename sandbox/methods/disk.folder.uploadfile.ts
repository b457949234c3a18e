import { diskId, folderOf, printObject, upload, uploadUrl } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'
import { anyCase } from '../rules/params.ts'

/** Without the content the answer says where a form may bring it. */
export const method: Method = {
  scope: 'disk',
  isWrite: true,
  run(call) {
    const { folderId, storage } = folderOf(call, diskId(call))
    if (anyCase(call.params, 'fileContent') === undefined && anyCase(call.params, 'data') === undefined)
      return { result: { field: 'file', uploadUrl: uploadUrl(call, folderId) } }
    return { result: printObject(call, upload(call, folderId, storage), true) }
  },
}
