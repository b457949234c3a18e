import { beforeEach, expect, test } from 'vitest'
import { evidenceAnswer, REASON_KINDS, type EvidenceAnswer } from '../../../../contract/evidence.ts'
import { saveLoads } from '../../../../server/store/load-writer.ts'
import { saveOffers } from '../../../../server/store/offer-writer.ts'
import { apiWorld } from '../../../support/api-world.ts'
import { CLIENT, loadRow, offerRow, RITM, SEVER, VEKTOR } from '../../../support/rows.ts'

// Request 15 goes from Moscow to Kazan.
let world: Awaited<ReturnType<typeof apiWorld>>
let logist: string
beforeEach(async () => {
  world = await apiWorld()
  logist = await world.bearer('token-ivanov')
})

function placeId(name: string): number {
  const found = world.gazetteer.resolve(name)
  if (found.state !== 'known') throw new Error(name)
  return found.place.id
}
const ask = (companyId: number, query: string, authorization = logist) =>
  world.api('GET', `/api/loads/request/15/carriers/${companyId}/evidence?${query}`, authorization)
async function evidence(companyId: number, query: string): Promise<EvidenceAnswer> {
  const answer = await ask(companyId, query)
  expect(answer.status).toBe(200)
  return evidenceAnswer.parse(await answer.json())
}

test('trips on the lane are listed newest first, with what the carrier was paid and the card to open', async () => {
  expect(await evidence(VEKTOR, 'of=trips_exact')).toEqual({
    records: [
      {
        kind: 'order',
        id: 32,
        from: 'Москва',
        to: 'Казань',
        at: '2026-11-11T06:00:00.000Z',
        state: 'done',
        rate: { minor: 8_500_000, currency: 'RUB', vat: '22' },
        path: `/crm/type/${world.room.map()!.processes.order.entityTypeId}/details/32/`,
      },
      expect.objectContaining({ id: 31 }),
    ],
    more: 0,
  })
})

test('offers are listed with who wrote them down and what came of them', async () => {
  expect((await evidence(RITM, 'of=offers_exact')).records).toMatchObject([
    { kind: 'offer', id: 42, outcome: 'open', byName: 'Анна Орлова', rate: { minor: 8_800_000 } },
  ])
})

test('a lane nearby is named by its ends, and the rest of them leaves out those that were named', async () => {
  const lane = (id: number, from: string, to: string) =>
    offerRow({ id, companyId: SEVER, fromPlaceId: placeId(from), toPlaceId: placeId(to) })
  await saveOffers(world.room.store, [lane(51, 'Подольск', 'Казань'), lane(52, 'Химки', 'Казань')])
  const [podolsk, kazan] = [placeId('Подольск'), placeId('Казань')]
  const near = await evidence(SEVER, `of=offers_near&fromId=${podolsk}&toId=${kazan}`)
  expect(near.records).toMatchObject([{ id: 51, from: 'Подольск', to: 'Казань' }])
  const rest = await evidence(SEVER, `of=near_rest&except=${podolsk}:${kazan}`)
  expect(rest.records).toMatchObject([{ id: 52 }])
  const region = await evidence(SEVER, 'of=region')
  expect(region.records).toMatchObject([{ id: 41, from: 'Москва' }])
})

test('what stands in the carrier base is shown as it was typed', async () => {
  for (const of of ['declared', 'stands_at', 'preferred', 'on_the_way', 'return_leg'])
    expect((await evidence(RITM, `of=${of}`)).records).toMatchObject([
      { kind: 'base', id: 61, directions: ['Москва — Казань'], now: { place: 'Подольск' } },
    ])
  expect((await evidence(SEVER, 'of=declared')).records).toEqual([])
})

test('an order is shown to be this carrier’s; another’s is nobody’s evidence', async () => {
  const running = { kind: 'order' as const, fromPlaceId: placeId('Казань'), toPlaceId: placeId('Подольск') }
  await saveLoads(world.room.store, 'order', [loadRow({ id: 71, ...running, carrierCompanyId: SEVER })])
  expect((await evidence(SEVER, 'of=soon_empty&orderId=71')).records).toMatchObject([{ id: 71, state: 'running' }])
  expect((await evidence(RITM, 'of=soon_empty&orderId=71')).records).toEqual([])
})

test('calls about this load are evidence, too', async () => {
  const press = { key: 'key-of-one-press-0001', load: { kind: 'request', id: 15 }, companyId: RITM }
  const told = { result: 'no_answer', until: null, freePlace: null, comment: null }
  expect((await world.api('POST', '/api/attempts', logist, { ...press, ...told })).status).toBe(201)
  expect((await evidence(RITM, 'of=attempted')).records).toMatchObject([{ kind: 'attempt' }])
})

test('twenty-five records are shown and the others counted', async () => {
  const lane = { fromPlaceId: placeId('Москва'), toPlaceId: placeId('Казань') }
  const many = Array.from({ length: 40 }, (_, at) => offerRow({ id: 100 + at, companyId: RITM, ...lane }))
  await saveOffers(world.room.store, many)
  const { records, more } = await evidence(RITM, 'of=offers_exact')
  expect([records.length, more]).toEqual([25, 16])
})

test('nothing of a client is ever in it, whoever asks', async () => {
  const director = await world.bearer('token-admin')
  for (const of of REASON_KINDS) {
    const answer = await ask(
      VEKTOR,
      `of=${of}&fromId=${placeId('Москва')}&toId=${placeId('Казань')}&orderId=31`,
      director,
    )
    const text = await answer.text()
    expect(text).not.toContain('Клиент')
    expect(text).not.toContain('clientRate')
    expect(text).not.toContain('12000000')
  }
})

test('evidence is for the card the session was opened for, and only of carriers', async () => {
  const other = await world.bearer('token-ivanov', { kind: 'request', id: 99 })
  expect((await ask(VEKTOR, 'of=trips_exact', other)).status).toBe(403)
  expect((await world.api('GET', `/api/loads/request/15/carriers/${VEKTOR}/evidence?of=region`, null)).status).toBe(401)
  expect((await ask(CLIENT, 'of=trips_exact')).status).toBe(404)
})

test.each([
  'of=everything',
  'of=trips_near',
  'of=soon_empty',
  'of=near_rest&except=1;DROP',
  'of=soon_empty&orderId=-1',
  '',
])('a question nobody can answer is refused: %s', async (query) => {
  expect((await ask(VEKTOR, query)).status).toBe(400)
})
