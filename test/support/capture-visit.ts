import { portalAction } from '../../cli/demo/portal-pages.ts'
import type { CaptureInput, CaptureStart } from '../../contract/capture.ts'
import type { Session } from '../../contract/session.ts'
import type { Write } from '../../contract/write.ts'
import { CAST } from '../../sandbox/seeds/cast.ts'
import type { Ticket, World } from './world.ts'

/** A person who has the Carrier form open somewhere. */
export interface CaptureVisit {
  session: Session
  start: CaptureStart
  post(input: CaptureInput): Promise<Response>
  write(key: string): Promise<Write>
}

/** Opens the Carrier form as the portal's own page does: `options` as its placement posts them. */
export async function openCapture(
  world: World,
  userId: number,
  placement: string,
  options: Record<string, unknown>,
): Promise<CaptureVisit> {
  const ticket = await portalAction<Ticket>(world.sandbox.url, 'frame', {
    viewerId: userId,
    language: 'ru',
    placement,
    placementId: world.sandbox.portal.placements(placement)[0]!.id,
    options,
    uri: '/crm/',
  })
  const boot = (await world.post(ticket)).boot()
  if (boot.state !== 'carrier-form') throw new Error(`The form did not open: ${JSON.stringify(boot)}`)
  const { session, start } = boot
  return {
    session,
    start,
    post: (input) => world.api(session, 'POST', '/api/captures', input),
    write: async (key) => (await world.api(session, 'GET', `/api/writes/${key}`)).json() as Promise<Write>,
  }
}

/** The lead of somebody who called this person; its id. */
export async function leadOf(world: World, phone: string, userId: number = CAST.logist): Promise<number> {
  const fm = [{ typeId: 'PHONE', valueType: 'WORK', value: phone }]
  const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 1,
    fields: { title: `Входящий звонок ${phone}`, assignedById: userId, fm },
  })
  await world.settle()
  return item.id
}
