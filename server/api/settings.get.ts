import { Hono } from 'hono'
import { readAllChosen } from '../store/chosen-settings.ts'
import type { ApiContext } from './api-context.ts'
import { requireAdmin, signedIn } from './signed-in.ts'

/** `GET /api/settings`: what each setting of this portal holds; for its administrators. */
export function settingsGet(context: ApiContext) {
  return new Hono().get('/api/settings', signedIn(context), async (call) => {
    const { viewer, room } = call.var
    requireAdmin(viewer)
    return call.json(await readAllChosen(room.store))
  })
}
