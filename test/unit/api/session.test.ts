import { beforeEach, expect, test } from 'vitest'
import type { Boot } from '../../../contract/session.ts'
import { boot as bootSchema } from '../../../contract/session.ts'
import { apiWorld, ORIGIN } from '../../support/api-world.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
beforeEach(async () => {
  world = await apiWorld()
})

function bootOf(html: string): Boot {
  const block = /<script type="application\/json" id="reis-boot">([\s\S]*?)<\/script>/.exec(html)?.[1]
  if (block === undefined) throw new Error(`No data block in: ${html}`)
  return bootSchema.parse(JSON.parse(block))
}
const batches = () => world.room.calls.filter((call) => call.startsWith('batch'))

test('a logist who opens a request gets the list in the same answer, for one call to the portal', async () => {
  const { answer, html } = await world.openCard('token-ivanov')
  const boot = bootOf(html)
  expect(boot.state).toBe('carriers')
  if (boot.state !== 'carriers') return
  expect(boot.session).toMatchObject({ userId: 7, userName: 'Пётр Иванов', roles: ['logist'], portalOrigin: ORIGIN })
  expect(boot.answer.rows[0]!.name).toBe('ООО «Вектор»')
  expect(batches()).toEqual(['batch profile app item'])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-frame-options')).toBeNull()
})

test('opening again with the same token asks the portal nothing for a quarter of an hour', async () => {
  await world.openCard('token-ivanov')
  world.clock.pass({ minutes: 14 })
  expect(bootOf((await world.openCard('token-ivanov')).html).state).toBe('carriers')
  expect(batches()).toHaveLength(1)
  world.clock.pass({ minutes: 2 })
  await world.openCard('token-ivanov')
  expect(batches()).toHaveLength(2)
})

test('another card of the same person is proved anew', async () => {
  await world.openCard('token-ivanov')
  world.room.portalAnswers.mayRead = (_user, _type, id) => id === 15
  const boot = bootOf((await world.openCard('token-ivanov', { PLACEMENT_OPTIONS: '{"ID":"16"}' })).html)
  expect(boot).toMatchObject({ state: 'refused', problem: { code: 'no_right' } })
})

test('the page may be framed by the stored portal only, whatever DOMAIN was posted', async () => {
  const { answer } = await world.openCard('token-ivanov', {}, 'DOMAIN=evil.example&PROTOCOL=1&LANG=ru')
  const policy = answer.headers.get('content-security-policy')!
  expect(policy).toContain(`frame-ancestors ${ORIGIN}`)
  expect(policy).not.toContain('evil.example')
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})

test('a portal we do not know gets a sentence that nobody may frame, and no question is asked anywhere', async () => {
  const { answer, html } = await world.openCard('token-ivanov', { member_id: 'somebody-else' })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(html).toContain('не подключён')
  expect(world.room.calls).toEqual([])
})

test('a token of another application opens nothing', async () => {
  world.room.portalAnswers.appCode = 'local.other'
  const boot = bootOf((await world.openCard('token-ivanov')).html)
  expect(boot).toMatchObject({ state: 'refused', problem: { code: 'not_signed_in' } })
})

test('a wrong application token is refused before the portal is asked', async () => {
  const boot = bootOf((await world.openCard('token-ivanov', { APPLICATION_TOKEN: 'guessed' })).html)
  expect(boot).toMatchObject({ state: 'refused', problem: { code: 'portal_unknown' } })
  expect(world.room.calls).toEqual([])
})

test('who may not read the card gets a sentence and no data', async () => {
  world.room.portalAnswers.mayRead = () => false
  const { html } = await world.openCard('token-ivanov')
  expect(bootOf(html)).toMatchObject({ state: 'refused', problem: { code: 'no_right' } })
  expect(html).not.toContain('Вектор')
})

test('a role the tab is not for gets a sentence and no data, though the portal lets him read the card', async () => {
  const { html } = await world.openCard('token-belov')
  expect(bootOf(html)).toMatchObject({ state: 'refused', problem: { code: 'no_right' } })
  expect(html).not.toContain('Вектор')
})

test('a card that is not saved yet says so', async () => {
  const boot = bootOf((await world.openCard('token-ivanov', { PLACEMENT_OPTIONS: '{"ID":"0"}' })).html)
  expect(boot).toMatchObject({ state: 'refused', problem: { code: 'not_found' } })
})

test('while the portal is silent, who was proved a moment ago is served from the copy, and told so', async () => {
  await world.openCard('token-ivanov')
  await world.openCard('token-ivanov', { PLACEMENT: 'CRM_DYNAMIC_1040_DETAIL_TAB', PLACEMENT_OPTIONS: '{"ID":"31"}' })
  world.room.portalAnswers.up = false
  world.clock.pass({ minutes: 10 })
  // The same person comes with a token that was seen on another card only.
  const fresh = { AUTH_ID: 'token-ivanov' }
  world.room.proofs.forget('token-ivanov')
  world.room.proofs.remember('token-ivanov', '1040 31', { userId: 7, userName: 'Пётр Иванов', isAdmin: false })
  const boot = bootOf((await world.openCard('token-ivanov', fresh)).html)
  expect(boot).toMatchObject({ state: 'carriers', answer: { stale: true } })
})

test('while the portal is silent, nobody new gets in', async () => {
  world.room.portalAnswers.up = false
  const { html } = await world.openCard('token-ivanov')
  expect(bootOf(html)).toMatchObject({ state: 'refused', problem: { code: 'portal_unreachable' } })
  expect(html).not.toContain('Вектор')
})

test('a proof older than a quarter of an hour does not help when the portal is silent', async () => {
  await world.openCard('token-ivanov')
  world.clock.pass({ minutes: 16 })
  world.room.portalAnswers.up = false
  expect(bootOf((await world.openCard('token-ivanov')).html)).toMatchObject({ state: 'refused' })
})

test('a request the copy has not heard of is taken over from the very proof', async () => {
  world.room.portalAnswers.item = { UF_CRM_5_LOAD_PLACE: 'Москва', UF_CRM_5_UNLOAD_PLACE: 'Казань' }
  const boot = bootOf((await world.openCard('token-ivanov', { PLACEMENT_OPTIONS: '{"ID":"77"}' })).html)
  expect(boot).toMatchObject({ state: 'carriers', answer: { load: { id: 77, title: 'Запрос 77' } } })
  expect(batches()).toHaveLength(1)
})

test('hostile names in the CRM cannot leave the data block', async () => {
  const name = '</script><script>alert(1)</script><!-- \u2028'
  await world.room.store.updateTable('company').set({ title: name }).where('id', '=', 501).execute()
  const { html } = await world.openCard('token-ivanov')
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).not.toContain('<!--')
  const boot = bootOf(html)
  expect(boot.state === 'carriers' && boot.answer.rows.some((row) => row.name === name)).toBe(true)
})

test('a reload is a page that boots by itself, framed by the stored portal that the query names', async () => {
  const reload = await world.app.request('/w/carriers?DOMAIN=mogutin.example&PROTOCOL=1&LANG=en')
  const html = await reload.text()
  expect(bootOf(html)).toEqual({ state: 'reload' })
  expect(html).toContain('<html lang="en">')
  expect(reload.headers.get('content-security-policy')).toContain(`frame-ancestors ${ORIGIN}`)
  const other = await world.app.request('/w/carriers?DOMAIN=evil.example&PROTOCOL=1')
  expect(other.status).toBe(403)
  expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('after a reload the widget boots with what the SDK knows', async () => {
  const answer = await world.api('POST', '/api/session', null, {
    widget: 'carriers',
    memberId: 'portal-1',
    accessToken: 'token-orlova',
    refreshToken: 'refresh',
    expiresIn: 3600,
    placement: 'CRM_DYNAMIC_1036_DETAIL_TAB',
    placementOptions: { ID: '15' },
    language: 'ru',
  })
  expect(bootSchema.parse(await answer.json())).toMatchObject({ state: 'carriers', session: { userId: 8 } })
})

test('what is not a placement form is refused with a sentence', async () => {
  for (const body of [
    '',
    'AUTH_ID=x',
    'member_id=../../etc&AUTH_ID=x',
    'member_id=portal-1&AUTH_ID=x&PLACEMENT_OPTIONS={',
  ]) {
    const answer = await world.app.request('/w/carriers', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  }
})

test('the tokens of who was proved are kept sealed, for the outbox to act as him', async () => {
  await world.openCard('token-ivanov')
  const row = await world.registry.selectFrom('token').selectAll().executeTakeFirstOrThrow()
  expect(row.userId).toBe(7)
  expect(JSON.stringify(row)).not.toContain('token-ivanov')
  expect(await world.room.tokens.read('portal-1', 7)).toMatchObject({ refreshToken: 'refresh-token-ivanov' })
})

test('nobody whose proof failed leaves a token behind', async () => {
  world.room.portalAnswers.mayRead = () => false
  await world.openCard('token-ivanov')
  expect(await world.registry.selectFrom('token').selectAll().execute()).toEqual([])
})
