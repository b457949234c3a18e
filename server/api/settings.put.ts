import { Hono } from 'hono'
import { settingInput } from '../../contract/settings.ts'
import { InvalidInputError } from '../errors.ts'
import { chooseSetting, readAllChosen } from '../store/chosen-settings.ts'
import type { ApiContext } from './api-context.ts'
import { requireAdmin, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `PUT /api/settings`: chooses one setting, or returns it to its default; answers with all of them. */
export function settingsPut(context: ApiContext) {
  return new Hono().put('/api/settings', signedIn(context), validated('json', settingInput), async (call) => {
    const { viewer, room } = call.var
    requireAdmin(viewer)
    const { key, value } = call.req.valid('json')
    if (!(await chooseSetting(room.store, key, value)))
      throw new InvalidInputError(`The setting ${key} cannot hold this`, [{ path: 'value', message: 'out of bounds' }])
    return call.json(await readAllChosen(room.store))
  })
}
