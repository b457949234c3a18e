import { addFolder, diskId, folderOf, notThere, printFolder, storagesOf } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/disk/storage/disk-storage-add-folder.html */
export const method: Method = {
  scope: 'disk',
  isWrite: true,
  run(call) {
    const id = diskId(call)
    const storage = storagesOf(call).find((one) => one.id === id)
    if (!storage) throw notThere(id)
    folderOf(call, storage.rootId)
    return { result: printFolder(call, addFolder(call, storage.rootId, storage), true) }
  },
}
