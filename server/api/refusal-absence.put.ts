import { Hono } from 'hono'
import { absenceInput } from '../../contract/refusal-settings.ts'
import { InvalidInputError, NotAllowedError, NotFoundError } from '../errors.ts'
import { readPeople } from '../store/people.ts'
import type { ApiContext } from './api-context.ts'
import { refusalQueueFor } from './refusals/refusal-queue-for.ts'
import { saveAbsence } from './refusals/settings.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `PUT /api/refusals/absence`: a head says until when he is away and who decides for him; answers with the page. */
export function refusalAbsencePut(context: ApiContext) {
  return new Hono().put('/api/refusals/absence', signedIn(context), validated('json', absenceInput), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, 'head', 'director', 'admin')
    if (viewer.item !== null) throw new NotAllowedError('no_right', 'This session was opened for a card')
    const { absence } = call.req.valid('json')
    if (absence && absence.untilOn < absence.fromOn)
      throw new InvalidInputError('An absence ends after it begins', [{ path: 'untilOn', message: 'too early' }])
    const deputyId = absence?.deputyId ?? null
    if (deputyId === viewer.userId)
      throw new InvalidInputError('Nobody stands in for himself', [{ path: 'deputyId', message: 'yourself' }])
    if (deputyId !== null && !(await readPeople(room.store, [deputyId])).get(deputyId)?.active)
      throw new NotFoundError('There is no such colleague in the portal')
    await saveAbsence(room.store, viewer.userId, absence && { ...absence, userId: viewer.userId })
    return call.json(await refusalQueueFor(context, room, viewer))
  })
}
