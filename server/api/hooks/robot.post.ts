import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { InvalidInputError, NotAllowedError, NotFoundError, problemOf } from '../../errors.ts'
import { DEFAULT_TIME_ZONE } from '../../match/days.ts'
import { parseRobot, type PostedRobot } from '../../portal/posted-robot.ts'
import { robotDefinitions } from '../../portal/robots.ts'
import { sameSecret } from '../../same-secret.ts'
import { acceptChain } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import type { ApiContext } from '../api-context.ts'
import { acceptCapture } from '../captures/accept-capture.ts'
import { CAPTURERS } from '../captures/capture-place.ts'
import { captureOfRobot } from '../captures/capture-of-robot.ts'
import { todayIn } from '../captures/today.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { rolesOfPerson } from '../session/roles-of-person.ts'

/**
 * `POST /hooks/robot`: one of the four actions, asked for by an integrator's process. It is accepted as a press of the
 * form is, and the process is told through the outbox, so that neither is lost nor done twice.
 */
export function robotPost(context: ApiContext) {
  return new Hono().post('/hooks/robot', async (call) => {
    await context.limits.take('post', context.callerAddress(call))
    const posted = parseRobot(await call.req.text())
    const room = posted && (await context.openRoom(posted.memberId))
    const secret = room?.portal.applicationToken
    if (!posted || !room || !secret || !sameSecret(posted.applicationToken, secret))
      throw new NotAllowedError('portal_unknown', 'This robot did not come from a portal we know')
    const error = await carryOut(context, room, posted)
    await answer(context, room, posted, error)
    return call.body(null, 200)
  })
}

/** null when it was accepted; else what is wrong, for whoever built the process. */
async function carryOut(context: ApiContext, room: PortalRoom, posted: PostedRobot): Promise<string | null> {
  try {
    const robot = robotDefinitions('', 0).find(({ code }) => code === posted.code)
    if (!robot) throw new InvalidInputError(`There is no robot ${posted.code}`)
    const today = todayIn(DEFAULT_TIME_ZONE, context.now())
    const input = captureOfRobot(robot.action, posted.properties, { key: keyOf(posted), today })
    await acceptCapture(context, room, await viewerOf(room, posted), input, 'process')
    return null
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof NotAllowedError || error instanceof NotFoundError)
      return problemOf(error).problem.message
    throw error
  }
}

/** The person the process names; he needs the role a press of the form needs. Throws NotAllowedError. */
async function viewerOf(room: PortalRoom, { properties }: PostedRobot): Promise<Viewer> {
  const userId = Number(/^(?:user_)?(\d+)$/.exec(properties.user ?? '')?.[1])
  const person = (await readPeople(room.store, [userId])).get(userId)
  if (!person?.active) throw new NotAllowedError('no_right', 'The process names nobody who works here')
  const proved = { userId, userName: person.name, isAdmin: person.isAdmin }
  const roles = await rolesOfPerson(room.store, proved)
  if (!roles.some((role) => CAPTURERS.includes(role)))
    throw new NotAllowedError('no_right', 'Whoever the process names does not deal with carriers')
  const companyId = Number(properties.company)
  return { memberId: room.memberId, ...proved, roles, language: 'ru', item: { kind: 'company', id: companyId } }
}

async function answer(context: ApiContext, room: PortalRoom, posted: PostedRobot, error: string | null): Promise<void> {
  await acceptChain(room.store, {
    key: `robot-${keyOf(posted)}`,
    kind: 'robot',
    userId: room.portal.installedByUserId,
    input: { code: posted.code, error },
    loadKind: null,
    loadId: null,
    companyId: null,
    acceptedAt: new Date(context.now()).toISOString(),
    steps: [
      {
        command: 'answer-robot',
        subject: `robot ${keyOf(posted)}`,
        payload: { eventToken: posted.eventToken, accepted: error === null, error },
        dependsOn: [],
      },
    ],
  })
  room.wakeOutbox()
}

/** One step of one process is one press. */
function keyOf({ eventToken }: PostedRobot): string {
  return createHash('sha256').update(eventToken).digest('hex').slice(0, 40)
}
