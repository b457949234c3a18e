import { printObject, upload, writableStorage } from '../rules/disk/objects.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'disk',
  isWrite: true,
  run(call) {
    const storage = writableStorage(call)
    return { result: printObject(call, upload(call, storage.rootId, storage), true) }
  },
}
