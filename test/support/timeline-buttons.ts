import { CAST } from '../../sandbox/seeds/cast.ts'
import type { World } from './world.ts'

/** Records in the timeline that were drawn for a write, as the portal keeps them: `Drawn` is their shape. */
export async function drawnFor<Drawn>(world: World, key: string): Promise<Drawn[]> {
  const filter = { ORIGIN_ID: key }
  const rows = await world.rest<{ ID: string }[]>('crm.activity.list', { filter, select: ['ID'] })
  const room = (await world.context.api.openRoom(world.sandbox.memberId))!
  const client = room.clients.forUser(room.portal, CAST.admin, 'outbox')
  return Promise.all(
    rows.map(async ({ ID }) => {
      const { result } = await client.call<{ activity: Drawn }>('crm.activity.configurable.get', { id: ID })
      return result.activity
    }),
  )
}

export interface ButtonPress {
  userId: number
  activityId: number
  action: string
  /** What we wrote beside the button. */
  params: Record<string, string>
  /** Fields of the portal's post that are forged. */
  change: Record<string, string>
}

/** Posts what the portal posts when somebody presses a button in the timeline, and waits for what follows from it. */
export async function pressButton(
  world: World,
  { userId, activityId, action, params, change }: ButtonPress,
): Promise<number> {
  const body = new URLSearchParams({
    event: 'ONCRMTIMELINEITEMACTION',
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [`data[${name}]`, value])),
    'data[id]': action,
    'data[activityId]': String(activityId),
    'data[userId]': String(userId),
    'auth[member_id]': world.sandbox.memberId,
    'auth[application_token]': world.sandbox.portal.app!.applicationToken,
    ...change,
  })
  const answer = await fetch(`${world.serverUrl}/hooks/event`, { method: 'POST', body })
  await world.context.idle()
  await world.settle()
  return answer.status
}
