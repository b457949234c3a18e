import type { Log } from '../../log.ts'
import { readMeta, writeMeta } from '../../store/meta.ts'
import type { ApiContext } from '../api-context.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { judgeLostMoves } from './judge-lost-moves.ts'
import { learnAbsences } from './learn-absences.ts'
import { learnPastLosses } from './learn-past-losses.ts'
import { learnStageTimes } from './learn-stage-times.ts'
import { moveDueRefusals } from './move-due-refusals.ts'

export interface RefusalKeeper {
  /** Looks after one portal's refusals; resolves when a round that began after this call is over. */
  keep(room: PortalRoom): Promise<void>
}

/**
 * What nobody presses a button for: cards lost past the rule, refusals nobody has decided in time, and what the portal
 * alone can tell of them. One round a portal at a time.
 */
export function createRefusalKeeper(context: ApiContext, log: Log): RefusalKeeper {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, Promise<void>>()

  async function round(room: PortalRoom): Promise<void> {
    if (room.map() === null || room.portal.state !== 'installed') return
    if ((await readMeta(room.store, 'lossesWatchedFrom')) === null)
      await writeMeta(room.store, 'lossesWatchedFrom', new Date(context.now()).toISOString())
    await judgeLostMoves(context, room)
    await moveDueRefusals(context, room)
    const untold = (what: string) => (error: unknown) => {
      // The next round asks again.
      const err = error instanceof Error ? error.message : 'unknown'
      log.info({ memberId: room.memberId, err }, `the portal has not told ${what}`)
    }
    await learnStageTimes(context, room).catch(untold('how long cards stood in their stages'))
    await learnAbsences(context, room).catch(untold('who is away'))
    await learnPastLosses(context, room).catch(untold('who has lost requests before'))
  }

  function begin(room: PortalRoom): Promise<void> {
    const begun = round(room).finally(() => running.delete(room.memberId))
    running.set(room.memberId, begun)
    return begun
  }

  return {
    keep(room) {
      const current = running.get(room.memberId)
      if (!current) return begin(room)
      const next =
        waiting.get(room.memberId) ??
        current
          .catch(() => undefined)
          .then(() => {
            waiting.delete(room.memberId)
            return running.get(room.memberId) ?? begin(room)
          })
      waiting.set(room.memberId, next)
      return next
    },
  }
}
