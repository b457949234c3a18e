import type { RefusalQueueAnswer } from '../../../contract/refusals.ts'
import type { Role } from '../../../contract/codes.ts'
import { listOpenRefusals } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import { ledPeople } from '../session/led-people.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { dayOf } from '../../refusal/working-hours.ts'
import { colleagues } from './colleagues.ts'
import { readDeputies, readSaidAbsences, readSeenAbsences } from './absences.ts'
import { workingTime } from './rules-of.ts'
import { viewRefusals } from './view-refusals.ts'

/** Whoever sees everything: the rest see what waits for them and what their own people have asked. */
const SEES_ALL: readonly Role[] = ['director', 'admin']
const REPORT_READERS: readonly Role[] = ['head', 'director', 'admin']

/** The page «Отказы» for one viewer. */
export async function refusalQueueFor(
  context: ApiContext,
  room: PortalRoom,
  viewer: Viewer,
): Promise<RefusalQueueAnswer> {
  const views = await viewRefusals(context, room, viewer, await listOpenRefusals(room.store))
  const isMine = (view: (typeof views)[number]) =>
    view.may.includes('approve') &&
    (!viewer.roles.includes('director') ||
      view.waitsFor.some(({ people }) => people.some(({ id }) => id === viewer.userId)))
  const mine = views.filter(isMine)
  const led = await ledPeople(room.store, viewer.userId)
  const isViewers = ({ userId }: { userId: number }) => userId === viewer.userId
  const today = dayOf(new Date(context.now()).toISOString(), workingTime(context))
  const seen = (await readSeenAbsences(room.store))?.away ?? []
  const away = seen.find((one) => isViewers(one) && one.fromOn <= today && today <= one.untilOn)
  const seesAll = viewer.roles.some((role) => SEES_ALL.includes(role))
  return {
    mine,
    others: views.filter((view) => !mine.includes(view) && (seesAll || led.has(view.asker.id))),
    colleagues: await colleagues(room.store),
    maySeeReport: mayReadReport(viewer),
    absence: (await readSaidAbsences(room.store)).find(isViewers) ?? null,
    deputyId: (await readDeputies(room.store)).find(isViewers)?.deputyId ?? null,
    seenAway: away ? { untilOn: away.untilOn, source: away.source } : null,
  }
}

export function mayReadReport({ roles }: Pick<Viewer, 'roles'>): boolean {
  return roles.some((role) => REPORT_READERS.includes(role))
}
