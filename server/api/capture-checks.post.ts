import { Hono } from 'hono'
import { captureCheckInput } from '../../contract/capture.ts'
import type { ApiContext } from './api-context.ts'
import { CAPTURERS, capturePlace } from './captures/capture-place.ts'
import { checkCapture } from './captures/check-capture.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `POST /api/capture-checks`: what should be known before the press. Nothing of it keeps anybody from pressing. */
export function captureChecksPost(context: ApiContext) {
  return new Hono().post(
    '/api/capture-checks',
    signedIn(context),
    validated('json', captureCheckInput),
    async (call) => {
      const { viewer, room } = call.var
      requireRole(viewer, ...CAPTURERS)
      const input = call.req.valid('json')
      const place = capturePlace(viewer, input.callId)
      return call.json(await checkCapture(context, room, { ...input, viewer, place }))
    },
  )
}
