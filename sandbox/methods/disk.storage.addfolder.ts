import { addFolder, printFolder, writableStorage } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/disk/storage/disk-storage-add-folder.html */
export const method: Method = {
  scope: 'disk',
  isWrite: true,
  run(call) {
    const storage = writableStorage(call)
    return { result: printFolder(call, addFolder(call, storage.rootId, storage), true) }
  },
}
