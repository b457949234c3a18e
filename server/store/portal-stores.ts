import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { InvalidInputError } from '../errors.ts'
import { openPortalStore, type PortalStore } from './database.ts'

/** The open files of all portals; each portal has its own, so no query can cross portals. */
export interface PortalStores {
  /** Opens the portal's file once, creating it if need be. Throws InvalidInputError for what cannot be a member id. */
  of(memberId: string): Promise<PortalStore>
  /** Whether anything is kept of this portal. */
  has(memberId: string): boolean
  /** Closes the file and leaves it where it is. */
  close(memberId: string): Promise<void>
  /** Closes and deletes the file with everything in it, our own decisions too. */
  erase(memberId: string): Promise<void>
  closeAll(): Promise<void>
}

/** `folder` holds one <memberId>.db per portal. */
export function createPortalStores(folder: string): PortalStores {
  const open = new Map<string, Promise<PortalStore>>()
  mkdirSync(folder, { recursive: true })

  const fileOf = (memberId: string) => {
    // The id comes from outside and becomes a file name.
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(memberId)) throw new InvalidInputError('This is not the id of a portal')
    return join(folder, `${memberId}.db`)
  }
  const close = async (memberId: string) => {
    const opened = open.get(memberId)
    open.delete(memberId)
    if (opened) await (await opened).destroy()
  }

  return {
    async of(memberId) {
      const known = open.get(memberId)
      if (known) return known
      const opening = openPortalStore(fileOf(memberId))
      open.set(memberId, opening)
      opening.catch(() => open.delete(memberId))
      return opening
    },
    has: (memberId) => existsSync(fileOf(memberId)),
    close,
    async erase(memberId) {
      const file = fileOf(memberId)
      await close(memberId)
      for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) rmSync(path)
    },
    async closeAll() {
      await Promise.all([...open.keys()].map(close))
    },
  }
}
