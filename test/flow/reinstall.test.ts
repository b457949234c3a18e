import { afterEach, expect, test } from 'vitest'
import { installApp } from '../../cli/demo/install.ts'
import { portalAction } from '../../cli/demo/portal-pages.ts'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { findPortal } from '../../server/store/portals.ts'
import { startWorld, type Ticket, type World } from '../support/world.ts'

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

const APP_PAGE = { placement: 'DEFAULT', options: {}, uri: '/marketplace/app/x/', language: 'ru' }

/** What the portal's own page would post when this person opens the app. */
const ticketOf = (viewerId: number): Promise<Ticket> =>
  portalAction(world!.sandbox.url, 'frame', { ...APP_PAGE, viewerId })

async function openApp({ action, fields }: Ticket, change: Record<string, string> = {}) {
  const answer = await fetch(action, { method: 'POST', body: new URLSearchParams({ ...fields, ...change }) })
  return { status: answer.status, html: await answer.text() }
}
const record = async () => (await findPortal(world!.context.api.registry, world!.sandbox.memberId))!

test('a portal that comes back over a living record gets its new secret in only through its authorization server and by an administrator', async () => {
  world = await startWorld()
  const before = await record()
  expect(before.state).toBe('installed')

  const admin = await ticketOf(CAST.admin)
  const wrong: Record<string, string>[] = [
    { AUTH_ID: 'made-up', APPLICATION_TOKEN: 'a-secret-somebody-made-up' },
    { SERVER_ENDPOINT: 'http://127.0.0.1:1/rest/', APPLICATION_TOKEN: 'a-secret-somebody-made-up' },
  ]
  for (const change of wrong) {
    const { status, html } = await openApp(admin, change)
    expect([status, html.includes('Этот портал не подключён')]).toEqual([403, true])
  }
  const logist = await openApp(await ticketOf(CAST.logist), { APPLICATION_TOKEN: 'a-secret-somebody-made-up' })
  expect([logist.status, logist.html.includes('попросите его открыть')]).toEqual([403, true])
  expect(await record()).toEqual(before)

  // The removal was told while nobody could be reached, and is not told again; the app is then put back.
  await world.whileDown(async () => world!.sandbox.portal.uninstall())
  expect((await record()).state).toBe('installed')
  const back = await ticketOf(CAST.admin)
  expect(back.fields.APPLICATION_TOKEN).not.toBe(before.applicationToken)
  const { status, html } = await openApp(back)
  expect([status, html.includes('"state":"install"')]).toEqual([200, true])
  expect(await record()).toMatchObject({ applicationToken: back.fields.APPLICATION_TOKEN, state: 'installing' })
  // The secret of the time before is worth nothing any more.
  const old = new URLSearchParams({
    event: 'ONAPPUNINSTALL',
    'data[CLEAN]': '1',
    'auth[member_id]': world.sandbox.memberId,
    'auth[application_token]': before.applicationToken!,
  })
  expect((await fetch(`${world.serverUrl}/hooks/event`, { method: 'POST', body: old })).status).toBe(403)
  const again = await installApp(world.sandbox.url, world.serverUrl, world.context.config.clientId, () => undefined)
  expect(again.state).toBe('finished')
  expect((await world.openCard(CAST.logist, 'request', DEMO_REQUEST_ID)).boot().state).toBe('carriers')
})
