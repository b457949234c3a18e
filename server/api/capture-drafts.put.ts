import { Hono } from 'hono'
import { captureDraft } from '../../contract/capture.ts'
import { InvalidInputError } from '../errors.ts'
import { dropCaptureDraft, saveCaptureDraft } from '../store/capture-drafts.ts'
import type { ApiContext } from './api-context.ts'
import { CAPTURERS, capturePlace } from './captures/capture-place.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** More than anybody types into a form. */
const MOST_CHARACTERS = 20_000

/** `PUT /api/capture-drafts`: keeps what was typed and not sent, so that a closed slider or call loses nothing. */
export function captureDraftsPut(context: ApiContext) {
  return new Hono().put('/api/capture-drafts', signedIn(context), validated('json', captureDraft), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, ...CAPTURERS)
    const { callId, draft } = call.req.valid('json')
    if (JSON.stringify(draft).length > MOST_CHARACTERS)
      throw new InvalidInputError('The draft is too long', [{ path: 'draft', message: 'too long' }])
    const at = new Date(context.now()).toISOString()
    const place = capturePlace(viewer, callId)
    const row = { userId: viewer.userId, place, at }
    if (draft === null) await dropCaptureDraft(room.store, row)
    else await saveCaptureDraft(room.store, room.seal, { ...row, body: draft })
    return call.body(null, 204)
  })
}
