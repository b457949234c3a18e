import { Hono } from 'hono'
import { captureInput } from '../../contract/capture.ts'
import type { ApiContext } from './api-context.ts'
import { acceptCapture } from './captures/accept-capture.ts'
import { CAPTURERS } from './captures/capture-place.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `POST /api/captures`: one press of the Carrier form, accepted whole. The same key again is the same press. */
export function capturesPost(context: ApiContext) {
  return new Hono().post('/api/captures', signedIn(context), validated('json', captureInput), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, ...CAPTURERS)
    const { write, isNew } = await acceptCapture(context, room, viewer, call.req.valid('json'))
    return call.json(write, isNew ? 202 : 200)
  })
}
