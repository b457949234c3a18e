import type { RefusalQueueAnswer } from '../../../contract/refusals.ts'
import type { Role } from '../../../contract/codes.ts'
import { listOpenRefusals } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import { ledPeople } from '../session/led-people.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { colleagues } from './colleagues.ts'
import { readAbsences } from './settings.ts'
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
  const seesAll = viewer.roles.some((role) => SEES_ALL.includes(role))
  return {
    mine,
    others: views.filter((view) => !mine.includes(view) && (seesAll || led.has(view.asker.id))),
    colleagues: await colleagues(room.store),
    maySeeReport: mayReadReport(viewer),
    absence: (await readAbsences(room.store)).find(({ userId }) => userId === viewer.userId) ?? null,
  }
}

export function mayReadReport({ roles }: Pick<Viewer, 'roles'>): boolean {
  return roles.some((role) => REPORT_READERS.includes(role))
}
