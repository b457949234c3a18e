import type { AccountsRead } from './watch-accounts.ts'
import { watchAccounts } from './watch-accounts.ts'
import type { PortalRoom } from '../session/portal-room.ts'

export interface AccountWatch {
  /** Asks the portal for accounts, and compares numbers as well; resolves when a look that began after this call is over. */
  look(memberId: string): Promise<void>
  /** Compares numbers alone: the copy has just heard of a change. */
  lookAtNumbers(memberId: string): Promise<void>
}

export interface AccountWatchSettings {
  open(memberId: string): Promise<PortalRoom | null>
  read(memberId: string, companyIds: number[]): ReturnType<AccountsRead>
  /** UTC ISO. */
  now(): string
}

/**
 * Looks after accounts and numbers of carriers on the road, whenever an event or the clock says so. One look a portal at
 * a time: two at once would both see a change, and tell it twice.
 */
export function createAccountWatch({ open, read, now }: AccountWatchSettings): AccountWatch {
  const last = new Map<string, Promise<void>>()
  const waiting = new Map<string, Promise<void>>()

  const after = (memberId: string, work: () => Promise<void>): Promise<void> => {
    const begun = (last.get(memberId) ?? Promise.resolve()).catch(() => undefined).then(work)
    last.set(memberId, begun)
    return begun
  }

  const compare = async (memberId: string, asks: boolean) => {
    const room = await open(memberId)
    if (room) await watchAccounts(room, asks ? (companyIds) => read(memberId, companyIds) : null, now())
  }

  return {
    look(memberId) {
      const next =
        waiting.get(memberId) ??
        after(memberId, () => {
          waiting.delete(memberId)
          return compare(memberId, true)
        })
      waiting.set(memberId, next)
      return next
    },
    lookAtNumbers: (memberId) => after(memberId, () => compare(memberId, false)),
  }
}
