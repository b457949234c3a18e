import { addFolder, diskId, folderOf, printFolder } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/disk/folder/disk-folder-add-subfolder.html */
export const method: Method = {
  scope: 'disk',
  isWrite: true,
  run(call) {
    const { folderId, storage } = folderOf(call, diskId(call))
    return { result: printFolder(call, addFolder(call, folderId, storage), true) }
  },
}
