import { Hono } from 'hono'
import { maskingInput } from '../../contract/reveals.ts'
import { chooseSetting } from '../store/chosen-settings.ts'
import type { ApiContext } from './api-context.ts'
import { revealsFor } from './reveals.get.ts'
import { requirePage, requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `PUT /api/reveals/masking`: a director decides whether lists mask carriers' numbers. */
export function revealsMaskingPut(context: ApiContext) {
  return new Hono().put('/api/reveals/masking', signedIn(context), validated('json', maskingInput), async (call) => {
    const { viewer, room } = call.var
    requirePage(viewer)
    requireRole(viewer, 'director', 'admin')
    await chooseSetting(room.store, 'phonesMasked', call.req.valid('json').masked)
    return call.json(await revealsFor(context, room, viewer, {}))
  })
}
