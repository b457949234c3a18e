import { diskId, folderOf, notThere, printFolder } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'

/**
 * Roots of storages are not rows of the disk here and are not told of.
 * Documented at https://apidocs.bitrix24.com/api-reference/disk/folder/disk-folder-get.html
 */
export const method: Method = {
  scope: 'disk',
  run(call) {
    const { folderId } = folderOf(call, diskId(call))
    const folder = call.portal.state.files.objects.get(folderId)
    if (!folder) throw notThere(folderId)
    return { result: printFolder(call, folder) }
  },
}
