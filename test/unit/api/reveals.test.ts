import { beforeEach, expect, test } from 'vitest'
import { carriersAnswer } from '../../../contract/carriers.ts'
import { revealsAnswer } from '../../../contract/reveals.ts'
import { chooseSetting } from '../../../server/store/chosen-settings.ts'
import { apiWorld } from '../../support/api-world.ts'
import { RITM, VEKTOR } from '../../support/rows.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
let logist: string
let director: string
beforeEach(async () => {
  world = await apiWorld()
  logist = await world.bearer('token-ivanov')
  director = await world.bearer('token-admin', null)
})
const reveal = (companyId = VEKTOR, why = 'call') =>
  world.api('POST', '/api/reveals', logist, { load: { kind: 'request', id: 15 }, companyId, why })
async function list(authorization = director, query = '') {
  const answer = await world.api('GET', `/api/reveals${query}`, authorization)
  expect(answer.status).toBe(200)
  return revealsAnswer.parse(await answer.json())
}
async function sent() {
  const rows = await world.room.store.selectFrom('writeStep').selectAll().orderBy('id').execute()
  return rows.map(({ command, payload }) => ({ command, payload: JSON.parse(payload) as Record<string, unknown> }))
}

test('a head sees who was shown whose number, when and why, and never the number', async () => {
  await reveal()
  await chooseSetting(world.room.store, 'fullNumbers', 'everybody')
  await reveal(RITM, 'copy')
  const seen = await list()
  expect(seen.reveals).toMatchObject([
    { by: { name: 'Пётр Иванов' }, company: { name: 'ИП Ритм' }, why: 'copy', load: { kind: 'request', id: 15 } },
    { company: { name: 'ООО «Вектор»' }, why: 'call' },
  ])
  expect(seen.today).toEqual([{ id: 7, name: 'Пётр Иванов', count: 2, many: false }])
  expect(JSON.stringify(seen)).not.toMatch(/916|123-45-42/)
})

test('a logist does not see the list, and nobody sees it from a card', async () => {
  expect((await world.api('GET', '/api/reveals', await world.bearer('token-ivanov', null))).status).toBe(403)
  expect((await world.api('GET', '/api/reveals', await world.bearer('token-admin'))).status).toBe(403)
})

test('more than a day’s ordinary work is told to the head above him, once that day', async () => {
  await world.room.store.updateTable('department').set({ headId: 8 }).where('id', '=', 2).execute()
  await chooseSetting(world.room.store, 'revealsPerDay', 2)
  for (let press = 0; press < 5; press += 1) await reveal()
  const told = await sent()
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ command: 'notify-manager', payload: { toUserId: 8 } })
  expect(String(told[0]!.payload.message)).toContain('Пётр Иванов')
  expect((await list()).today).toMatchObject([{ count: 5, many: true }])
})

test('where the portal wants it, the carrier’s card says that his number was shown', async () => {
  await chooseSetting(world.room.store, 'revealNote', true)
  await reveal()
  expect(await sent()).toMatchObject([
    {
      command: 'comment-card',
      payload: { card: { kind: 'company', id: VEKTOR }, text: expect.stringContaining('Пётр Иванов, для звонка') },
    },
  ])
})

test('a director opens numbers to everybody in lists and masks them again; a logist cannot', async () => {
  const contact = async () => {
    const answer = await world.api('GET', '/api/loads/request/15/carriers', logist)
    const { rows } = carriersAnswer.parse(await answer.json())
    return rows.find(({ companyId }) => companyId === VEKTOR)!.contact!.masked
  }
  expect(await contact()).toBe('+7 916 •••-••-42')
  const put = (masked: boolean, authorization = director) =>
    world.api('PUT', '/api/reveals/masking', authorization, { masked })
  expect((await put(false, await world.bearer('token-ivanov', null))).status).toBe(403)
  expect((await put(false)).status).toBe(200)
  expect(await contact()).toBe('+7 916 123-45-42')
  await put(true)
  expect(await contact()).toBe('+7 916 •••-••-42')
})

test('to see a whole number is a right of its own: a logist calls, and is shown none until a setting says so', async () => {
  expect((await reveal(VEKTOR, 'call')).status).toBe(200)
  expect((await reveal(VEKTOR, 'copy')).status).toBe(403)
  expect((await list()).reveals).toHaveLength(1)
  const mayShow = async () => {
    const answer = await world.api('GET', '/api/loads/request/15/carriers', logist)
    return carriersAnswer.parse(await answer.json()).mayShowNumbers
  }
  expect(await mayShow()).toBe(false)
  await chooseSetting(world.room.store, 'fullNumbers', 'everybody')
  expect([await mayShow(), (await reveal(VEKTOR, 'copy')).status]).toEqual([true, 200])
  await chooseSetting(world.room.store, 'fullNumbers', 'nobody')
  const head = await world.bearer('token-admin')
  const press = { load: { kind: 'request', id: 15 }, companyId: VEKTOR, why: 'copy' }
  expect((await world.api('POST', '/api/reveals', head, press)).status).toBe(403)
})
