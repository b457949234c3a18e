import { afterEach, expect, test } from 'vitest'
import { installApp } from '../../cli/demo/install.ts'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World | null = null
afterEach(async () => {
  await world?.close()
  world = null
})

test.each([false, true])(
  'an app removed and put back at once opens its cards again (data wiped: %s)',
  async (clean) => {
    world = await startWorld()
    await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
    await world.sandbox.portal.uninstall({ clean })
    await world.context.idle()
    const again = await installApp(world.sandbox.url, world.serverUrl, world.context.config.clientId, () => undefined)
    expect(again.state).toBe('finished')
    await world.context.idle()
    expect((await world.openCard(CAST.logist, 'request', DEMO_REQUEST_ID)).boot().state).toBe('carriers')
  },
)
