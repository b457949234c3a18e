import { beforeEach, expect, test } from 'vitest'
import { offersAnswer, type OffersAnswer, type OffersOfLoad } from '../../../contract/offers.ts'
import type { CardReference } from '../../../contract/card.ts'
import { chooseSetting } from '../../../server/store/chosen-settings.ts'
import { saveOffers } from '../../../server/store/offer-writer.ts'
import { apiWorld } from '../../support/api-world.ts'
import { CLIENT, offerRow, RITM, SEVER, VEKTOR } from '../../support/rows.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
let logist: string
let manager: string
const REQUEST: CardReference = { kind: 'request', id: 15 }
beforeEach(async () => {
  world = await apiWorld()
  logist = await world.bearer('token-ivanov')
  manager = await world.bearer('token-orlova')
  await saveOffers(world.room.store, [
    offerRow({ id: 50, companyId: VEKTOR, requestId: 15, rateMinor: 10_980_000, vat: '22', authorId: 7 }),
    offerRow({ id: 51, companyId: SEVER, requestId: 15, rateMinor: 9_450_000, vat: 'none', authorId: 8 }),
  ])
})

async function tab(authorization = logist, card: CardReference = REQUEST): Promise<OffersAnswer> {
  const answer = await world.api('GET', `/api/cards/${card.kind}/${card.id}/offers`, authorization)
  expect(answer.status).toBe(200)
  return offersAnswer.parse(await answer.json())
}
const load = async (authorization = logist) => (await tab(authorization)) as OffersOfLoad
const offer = async (id: number, authorization = logist) =>
  (await load(authorization)).offers.find((one) => one.id === id)!
let press = 0
const decide = (id: number, decision: Record<string, unknown>, authorization = logist) => {
  const key = `a-decision-of-somebody-${String((press += 1)).padStart(3, '0')}`
  return world.api('POST', `/api/offers/${id}/decisions`, authorization, { key, ...decision })
}
async function steps(): Promise<{ command: string; subject: string; payload: Record<string, unknown> }[]> {
  const rows = await world.room.store.selectFrom('writeStep').selectAll().orderBy('id').execute()
  return rows.map(({ command, subject, payload }) => ({ command, subject, payload: JSON.parse(payload) }))
}

test('a price with VAT and a dearer looking one are compared by what they cost us', async () => {
  const { offers } = await load()
  const cost = (id: number) => {
    const { comparison } = offers.find((one) => one.id === id)!
    return comparison.state === 'known' ? comparison.equalMinor : null
  }
  // 109 800 with 22 % is 90 000 net; 94 500 without VAT is 94 500.
  expect([cost(50), cost(51)]).toEqual([9_000_000, 9_450_000])
})

test('a logist sees neither the client’s price nor a margin; a manager sees both', async () => {
  const seen = await load()
  expect(seen).not.toHaveProperty('clientRate')
  for (const { comparison } of seen.offers) expect(comparison).toMatchObject({ marginMinor: null, marginShare: null })
  const { clientRate, offers } = await load(manager)
  expect(clientRate).toMatchObject({ vat: '22' })
  expect(offers.some(({ comparison }) => comparison.state === 'known' && comparison.marginMinor !== null)).toBe(true)
})

test('an offer declined a moment ago is declined for everybody before the portal has heard of it', async () => {
  const answer = await decide(50, { action: 'decline', reason: 'rate', comment: 'просили 80' })
  expect(answer.status).toBe(202)
  expect(await offer(50, manager)).toMatchObject({
    state: 'declined',
    declineReason: 'rate',
    actions: ['reopen'],
    decisions: [{ action: 'decline', byName: 'Пётр Иванов', comment: 'просили 80', write: { state: 'pending' } }],
  })
  expect(await steps()).toMatchObject([
    {
      command: 'update-item',
      subject: 'offer 50',
      payload: { values: { DECLINE_REASON: 'rate' }, stage: { to: 'DECLINED' } },
    },
    { command: 'comment-card', subject: 'request 15 timeline' },
  ])
})

test('a bargain goes in rounds: our price, his price, and each stays readable', async () => {
  await decide(50, { action: 'counter', rate: { minor: 10_000_000, currency: 'RUB' }, vat: '22' })
  await decide(50, {
    action: 'answer',
    rate: { minor: 10_500_000, currency: 'RUB' },
    vat: '22',
    validUntilAt: '2026-12-01T15:00:00.000Z',
  })
  expect(await offer(50)).toMatchObject({
    state: 'bargain',
    rate: { minor: 10_500_000, vat: '22' },
    validUntilAt: '2026-12-01T15:00:00.000Z',
    decisions: [
      { action: 'counter', rate: { minor: 10_000_000 } },
      { action: 'answer', rate: { minor: 10_500_000 } },
    ],
  })
})

test('an award ends the other offers of the load, and tells their owner and the manager once each', async () => {
  await world.room.store.updateTable('load').set({ managerId: 1 }).where('id', '=', 15).execute()
  expect((await decide(50, { action: 'award' })).status).toBe(202)
  const states = (await load()).offers.map(({ id, state }) => [id, state])
  expect(Object.fromEntries(states)).toEqual({ 42: 'declined', 50: 'awarded', 51: 'declined' })
  const sent = await steps()
  expect(sent.filter(({ command }) => command === 'update-item').map(({ subject }) => subject)).toEqual([
    'offer 50',
    'offer 42',
    'offer 51',
  ])
  const told = sent.filter(({ command }) => command === 'notify-manager').map(({ payload }) => payload)
  expect(told.map(({ toUserId }) => toUserId).sort()).toEqual([1, 8])
  expect(told.find(({ toUserId }) => toUserId === 8)!.message).toContain('отдан другому перевозчику')
})

test('of two people who award two carriers at once one wins, and the other is told', async () => {
  const answers = await Promise.all([
    decide(50, { action: 'award' }),
    decide(51, { action: 'award' }, await world.bearer('token-orlova')),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409])
  expect((await load()).offers.filter(({ state }) => state === 'awarded')).toHaveLength(1)
})

test('an awarded load takes no second carrier until the first has withdrawn', async () => {
  await decide(50, { action: 'award' })
  const refused = await decide(51, { action: 'reopen' })
  expect(refused.status).toBe(202)
  const second = await decide(51, { action: 'award' })
  expect([second.status, await second.json()]).toMatchObject([409, { code: 'already_awarded' }])
  await decide(50, { action: 'withdraw' })
  expect((await decide(51, { action: 'award' })).status).toBe(202)
})

test('the same press twice is one decision, and its key is good for nothing else', async () => {
  const key = 'a-press-that-came-twice-1'
  const body = { key, action: 'accept' }
  const answers = await Promise.all([1, 2].map(() => world.api('POST', '/api/offers/50/decisions', logist, body)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect((await offer(50)).decisions).toHaveLength(1)
  const other = await world.api('POST', '/api/offers/51/decisions', logist, body)
  expect(other.status).toBe(400)
})

test('what is refused by the portal leaves the offer as it was', async () => {
  await decide(50, { action: 'accept' })
  await world.room.store.updateTable('writeStep').set({ state: 'refused', reason: 'no_right' }).execute()
  expect(await offer(50)).toMatchObject({ state: 'active', decisions: [{ write: { state: 'refused' } }] })
})

test('an offer of another request is not decided on from this card', async () => {
  expect((await decide(41, { action: 'accept' })).status).toBe(403)
  expect((await decide(999, { action: 'accept' })).status).toBe(404)
})

test('people of other departments see no offers, by the widget or by a direct call', async () => {
  const outsider = await world.bearer('token-belov')
  expect((await world.api('GET', '/api/cards/request/15/offers', outsider)).status).toBe(403)
  expect((await decide(50, { action: 'award' }, outsider)).status).toBe(403)
  expect((await world.api('GET', '/api/offers', await world.bearer('token-belov', null))).status).toBe(403)
})

test('a carrier’s card shows his offers, trips and lanes; a client’s card shows nothing of the client', async () => {
  const carrier: CardReference = { kind: 'company', id: VEKTOR }
  const seen = await tab(await world.bearer('token-ivanov', carrier), carrier)
  expect(seen).toMatchObject({
    of: 'carrier',
    company: { name: 'ООО «Вектор»' },
    figures: { offers: 1, trips: 2, brokenTrips: 0 },
    lanes: [{ from: 'Москва', to: 'Казань', trips: 2, lastRate: { minor: 8_500_000 } }],
  })
  const client: CardReference = { kind: 'company', id: CLIENT }
  const nothing = await tab(await world.bearer('token-ivanov', client), client)
  expect(nothing).toMatchObject({ figures: { offers: 0, trips: 0 }, lanes: [], offers: [] })
})

test('his entry in the carrier base leads to the same offers', async () => {
  const entry: CardReference = { kind: 'carrier', id: 61 }
  const seen = await tab(await world.bearer('token-ivanov', entry), entry)
  expect(seen).toMatchObject({ company: { id: RITM }, offers: [{ id: 42 }] })
})

test('all offers of the portal are found by carrier, lane, state and number, and gone through page by page', async () => {
  const page = await world.bearer('token-ivanov', null)
  const find = async (query: string) => {
    const answer = await world.api('GET', `/api/offers?${query}`, page)
    expect(answer.status).toBe(200)
    const found = offersAnswer.parse(await answer.json())
    if (found.of !== 'portal') throw new Error('this is the page of all offers')
    return found
  }
  const ids = async (query: string) => (await find(query)).offers.map(({ id }) => id)
  expect(await ids('')).toEqual([42, 51, 50, 41])
  expect(await ids(`q=${encodeURIComponent('вектор')}`)).toEqual([50])
  expect(await ids('q=51')).toEqual([51])
  expect(await ids('q=nobody-is-called-so')).toEqual([])
  expect(await ids('body=reefer')).toEqual([41])
  expect(await ids('authorId=8')).toEqual([42, 51])
  expect(await ids('states=declined')).toEqual([])
  expect(await ids('sinceOn=2026-11-21&untilOn=2026-11-21')).toEqual([42])
  const many = Array.from({ length: 120 }, (_, index) =>
    offerRow({ id: 1000 + index, createdAt: `2026-11-22T06:00:00.${String(index % 7).padStart(3, '0')}Z` }),
  )
  await saveOffers(world.room.store, many)
  const seen: number[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const one = await find(`cursor=${encodeURIComponent(cursor)}`.replace(/cursor=$/, ''))
    seen.push(...one.offers.map(({ id }) => id))
    cursor = one.next
  }
  expect(seen).toHaveLength(124)
  expect(new Set(seen).size).toBe(124)
})

test('an offer whose time is over is found among the expired ones, not among the active', async () => {
  const past = new Date(world.context.now() - 1000).toISOString()
  await saveOffers(world.room.store, [offerRow({ id: 60, validUntilAt: past })])
  const page = await world.bearer('token-ivanov', null)
  const ids = async (states: string) => {
    const found = (await (await world.api('GET', `/api/offers?states=${states}`, page)).json()) as {
      offers: { id: number }[]
    }
    return found.offers.map(({ id }) => id)
  }
  expect(await ids('expired')).toEqual([60])
  expect(await ids('active')).not.toContain(60)
  expect(await ids('active,expired')).toContain(60)
})

test('the list is taken out of the portal by heads and directors, and by others only where a setting says so', async () => {
  const body = { format: 'csv', filter: {} }
  expect((await world.api('POST', '/api/exports/offers', await world.bearer('token-ivanov', null), body)).status).toBe(
    403,
  )
  expect((await world.api('POST', '/api/exports/offers', await world.bearer('token-admin', null), body)).status).toBe(
    201,
  )
  expect((await world.api('GET', `/x/${'a'.repeat(43)}`, null)).status).toBe(404)
  await chooseSetting(world.room.store, 'offersExportForLogistics', true)
  expect((await world.api('POST', '/api/exports/offers', await world.bearer('token-ivanov', null), body)).status).toBe(
    201,
  )
})
