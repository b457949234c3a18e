import { diskId, folderOf, notThere, printObject, storagesOf, upload } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'disk',
  isWrite: true,
  run(call) {
    const id = diskId(call)
    const storage = storagesOf(call).find((one) => one.id === id)
    if (!storage) throw notThere(id)
    folderOf(call, storage.rootId)
    return { result: printObject(call, upload(call, storage.rootId, storage), true) }
  },
}
