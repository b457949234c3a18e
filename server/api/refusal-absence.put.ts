import { Hono } from 'hono'
import { absenceInput, deputyInput } from '../../contract/refusal-settings.ts'
import { InvalidInputError, NotAllowedError, NotFoundError } from '../errors.ts'
import { readPeople } from '../store/people.ts'
import type { ApiContext } from './api-context.ts'
import { refusalQueueFor } from './refusals/refusal-queue-for.ts'
import { saveAbsence, saveDeputy } from './refusals/absences.ts'
import type { Viewer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/**
 * `PUT /api/refusals/absence`: a head says until when he is away and who decides for him; `PUT /api/refusals/deputy`: who
 * decides whenever the portal sees that he is away. Both answer with the page.
 */
export function refusalAbsencePut(context: ApiContext) {
  return new Hono()
    .put('/api/refusals/absence', signedIn(context), validated('json', absenceInput), async (call) => {
      const { viewer, room } = call.var
      requireDecider(viewer)
      const { absence } = call.req.valid('json')
      if (absence && absence.untilOn < absence.fromOn)
        throw new InvalidInputError('An absence ends after it begins', [{ path: 'untilOn', message: 'too early' }])
      await requireDeputy(room, viewer, absence?.deputyId ?? null)
      await saveAbsence(room.store, viewer.userId, absence && { ...absence, userId: viewer.userId })
      return call.json(await refusalQueueFor(context, room, viewer))
    })
    .put('/api/refusals/deputy', signedIn(context), validated('json', deputyInput), async (call) => {
      const { viewer, room } = call.var
      requireDecider(viewer)
      const { deputyId } = call.req.valid('json')
      await requireDeputy(room, viewer, deputyId)
      await saveDeputy(room.store, viewer.userId, deputyId)
      return call.json(await refusalQueueFor(context, room, viewer))
    })
}

function requireDecider(viewer: Viewer): void {
  requireRole(viewer, 'head', 'director', 'admin')
  if (viewer.item !== null) throw new NotAllowedError('no_right', 'This session was opened for a card')
}

async function requireDeputy(room: PortalRoom, viewer: Viewer, deputyId: number | null): Promise<void> {
  if (deputyId === null) return
  if (deputyId === viewer.userId)
    throw new InvalidInputError('Nobody stands in for himself', [{ path: 'deputyId', message: 'yourself' }])
  if (!(await readPeople(room.store, [deputyId])).get(deputyId)?.active)
    throw new NotFoundError('There is no such colleague in the portal')
}
