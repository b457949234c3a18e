import { beforeEach, expect, test } from 'vitest'
import { carriersAnswer } from '../../../contract/carriers.ts'
import { recordReveal } from '../../../server/store/reveals.ts'
import { apiWorld } from '../../support/api-world.ts'
import { CLIENT, RITM, VEKTOR } from '../../support/rows.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
let logist: string
beforeEach(async () => {
  world = await apiWorld()
  logist = await world.bearer('token-ivanov')
})

const load = { kind: 'request' as const, id: 15 }
const KEY = 'key-of-one-press-0001'
const offer = {
  key: KEY,
  load,
  companyId: VEKTOR,
  rate: { minor: 8_500_000, currency: 'RUB' },
  vat: '22',
  term: null,
  body: 'tent',
  capacityKg: 20_000,
  vehiclePlate: null,
  trailerPlate: null,
  driverName: null,
  driverPhone: null,
  availableFromOn: null,
  validUntilAt: null,
  comment: null,
}
const attempt = { key: KEY, load, companyId: RITM, result: 'no_answer', until: null, freePlace: null, comment: null }

test('a client cannot be pressed on or offered for, and so neither his name nor his number comes out', async () => {
  const pressed = await world.api('POST', '/api/attempts', logist, { ...attempt, companyId: CLIENT })
  const offered = await world.api('POST', '/api/offers', logist, { ...offer, companyId: CLIENT })
  expect([pressed.status, offered.status]).toEqual([404, 404])
  const text = await (await world.api('GET', '/api/loads/request/15/carriers', logist)).text()
  expect(text).not.toContain('АО «Клиент»')
})

test('a key with another price is refused in words, and the first offer stays as it was', async () => {
  await world.api('POST', '/api/offers', logist, offer)
  const changed = await world.api('POST', '/api/offers', logist, {
    ...offer,
    rate: { minor: 7_900_000, currency: 'RUB' },
  })
  expect(changed.status).toBe(400)
  const again = await world.api('POST', '/api/offers', logist, offer)
  expect(again.status).toBe(200)
})

test('a key with another answer of the carrier is refused, not taken for the first one', async () => {
  await world.api('POST', '/api/attempts', logist, attempt)
  const changed = await world.api('POST', '/api/attempts', logist, { ...attempt, result: 'wrong_direction' })
  expect(changed.status).toBe(400)
})

test('the key of a press made on another card does not answer for this one', async () => {
  await world.api('POST', '/api/attempts', logist, attempt)
  const elsewhere = await world.bearer('token-ivanov', { kind: 'request', id: 99 })
  const there = await world.api('POST', '/api/attempts', elsewhere, { ...attempt, load: { kind: 'request', id: 99 } })
  expect(there.status).toBe(400)
})

test('the key of an attempt is no key for an offer', async () => {
  await world.api('POST', '/api/attempts', logist, { ...attempt, companyId: VEKTOR })
  expect((await world.api('POST', '/api/offers', logist, offer)).status).toBe(400)
  expect(await world.room.store.selectFrom('writeChain').selectAll().execute()).toEqual([])
})

test('a hundred and fifty numbers asked for at once are no more than a hundred and twenty', async () => {
  const reveal = { userId: 7, companyId: VEKTOR, loadKind: 'request', loadId: 15, why: 'copy', at: world.clock.iso() }
  const limit = { since: world.clock.iso(), most: 120 }
  const given = await Promise.all(Array.from({ length: 150 }, () => recordReveal(world.room.store, reveal, limit)))
  expect(given.filter(Boolean)).toHaveLength(120)
})

test('a person teaches only texts of the card he stands in', async () => {
  const [moscow] = world.gazetteer.search('Владивосток', 1)
  const answer = await world.api('PUT', '/api/places', logist, { load, text: 'Самара', placeId: moscow!.id })
  expect(answer.status).toBe(400)
  expect(await world.room.store.selectFrom('taughtPlace').selectAll().execute()).toEqual([])
})

test('a currency that is no currency is refused', async () => {
  const answer = await world.api('POST', '/api/offers', logist, { ...offer, rate: { minor: 100, currency: '[b]' } })
  expect(answer.status).toBe(400)
})

test('a form whose parts nobody can read is answered with a sentence', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const answer = await world.app.request('/w/carriers', { method: 'POST', headers, body: 'no parts at all' })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('Битрикс24')
})

test('whoever leaves the install page before its first state is there is forgotten', async () => {
  const { install } = world.context
  let watching = 0
  let tell: () => void = () => undefined
  const { state } = install
  install.state = async (memberId) => {
    await new Promise<void>((resolve) => {
      tell = resolve
    })
    return state(memberId)
  }
  install.watch = () => {
    watching += 1
    return () => void (watching -= 1)
  }
  const authorization = await world.bearer('token-admin', null)
  const answer = await world.app.request('/api/install/progress', { headers: { authorization } })
  await answer.body!.cancel()
  expect(watching).toBe(1)
  tell()
  await expect.poll(() => watching).toBe(0)
})

test('the row of an offered carrier is a valid answer', async () => {
  await world.api('POST', '/api/offers', logist, offer)
  const answer = await world.api('GET', '/api/loads/request/15/carriers', logist)
  expect(carriersAnswer.safeParse(await answer.json()).success).toBe(true)
})
