import { z } from 'zod'
import type { StageRightsAnswer } from '../../../contract/stage-rights.ts'
import { readAdministrators } from '../../store/administrators.ts'
import { listMovesByHand } from '../../store/lost-moves.ts'
import { readMeta } from '../../store/meta.ts'
import { readEveryone } from '../../store/people.ts'
import { readSetting, removeSetting, writeSetting } from '../../store/settings.ts'
import type { ApiContext } from '../api-context.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { cardPath } from './card-path.ts'
import type { PastLosses } from './past-losses.ts'
import { readRefusableCard } from './refusable-card.ts'

const SAID = 'refusalStageRights'
const said = z.object({ at: z.iso.datetime(), byUserId: z.number().int() })
const DAY_MS = 86_400_000
const LOOKED_BACK_DAYS = 90
const MOST_SHOWN = 5

/**
 * What is known of the rights to move requests into lost; see `stageRightsAnswer`. The portal names administrators only
 * to themselves: one who has never opened the application counts as anybody else.
 */
export async function stageRightsFor(context: Pick<ApiContext, 'now'>, room: PortalRoom): Promise<StageRightsAnswer> {
  const { store } = room
  const word = said.safeParse(await readSetting(store, SAID)).data ?? null
  const since = word?.at ?? new Date(context.now() - LOOKED_BACK_DAYS * DAY_MS).toISOString()
  const people = new Map((await readEveryone(store)).map((one) => [one.id, one]))
  const admins = [room.portal.installedByUserId, ...(await readAdministrators(store))]
  const seen = await listMovesByHand(store, 'request', since)
  const before = ((await readMeta<PastLosses>(store, 'pastLosses'))?.moves ?? []).filter(
    ({ cardId, seenAt }) => seenAt >= since && !seen.some((move) => move.cardId === cardId),
  )
  const byHand = [...seen, ...before].filter(({ byUserId }) => people.has(byUserId) && !admins.includes(byUserId))
  const moves = await Promise.all(
    byHand.slice(0, MOST_SHOWN).map(async ({ cardId, byUserId, seenAt }) => {
      const card = { kind: 'request' as const, id: cardId }
      const title = await readRefusableCard(store, card).then(
        (known) => known.title,
        () => `№ ${cardId}`,
      )
      return { at: seenAt, by: people.get(byUserId)!.name, title, path: cardPath(room, card) }
    }),
  )
  return {
    state: byHand.length > 0 ? 'open' : word ? 'quiet' : 'unknown',
    saidAt: word?.at ?? null,
    saidBy: word ? (people.get(word.byUserId)?.name ?? null) : null,
    count: byHand.length,
    moves,
  }
}

/** An administrator says that the rights are set; from then on every move by hand speaks against it. */
export async function sayStageRights(
  context: Pick<ApiContext, 'now'>,
  room: PortalRoom,
  byUserId: number,
  isSet: boolean,
): Promise<void> {
  if (isSet) await writeSetting(room.store, SAID, { at: new Date(context.now()).toISOString(), byUserId })
  else await removeSetting(room.store, SAID)
}
