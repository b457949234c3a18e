import type { MakeShelf } from './shelf.ts'

/** A file or folder of the disk. `content` is base64; folders have none. */
export interface DiskObject {
  id: number
  storageId: number
  parentId: number
  name: string
  isFolder: boolean
  content: string
  size: number
  createdBy: number
  updatedBy: number
  /** Seconds. */
  created: number
  updated: number
}

export const childrenOf = (parentId: number): string => `parent/${parentId}`

export type FileState = ReturnType<typeof createFileState>

export const createFileState = (shelf: MakeShelf) => ({
  objects: shelf<DiskObject>('diskObject', (object) => [childrenOf(object.parentId)]),
})
