import { beforeEach, expect, test } from 'vitest'
import { settingsAnswer } from '../../../contract/settings.ts'
import { apiWorld } from '../../support/api-world.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
let admin: string
beforeEach(async () => {
  world = await apiWorld()
  admin = await world.bearer('token-admin', null)
})

test('the administrator chooses a setting on the page, and takes it back', async () => {
  const chosen = await world.api('PUT', '/api/settings', admin, { key: 'minimumShare', value: 0.07 })
  expect(settingsAnswer.parse(await chosen.json())).toMatchObject({
    values: { minimumShare: 0.07, offerNotice: 'first' },
    chosen: ['minimumShare'],
  })
  const back = await world.api('PUT', '/api/settings', admin, { key: 'minimumShare', value: null })
  expect(settingsAnswer.parse(await back.json()).chosen).toEqual([])
})

test('a value out of bounds and a key nobody knows are refused with a sentence, and nothing changes', async () => {
  const wrong = await world.api('PUT', '/api/settings', admin, { key: 'annualPercent', value: 900 })
  expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([400, 'bad_input'])
  expect((await world.api('PUT', '/api/settings', admin, { key: 'ownEntities', value: true })).status).toBe(400)
  const { values } = settingsAnswer.parse(await (await world.api('GET', '/api/settings', admin)).json())
  expect(values.annualPercent).toBeNull()
})

test('nobody but an administrator on the app’s own page reads or changes settings', async () => {
  const inCard = await world.bearer('token-admin')
  const logist = await world.bearer('token-ivanov', null)
  for (const who of [inCard, logist]) {
    expect((await world.api('GET', '/api/settings', who)).status).toBe(403)
    expect((await world.api('PUT', '/api/settings', who, { key: 'offerNotice', value: 'every' })).status).toBe(403)
  }
})
