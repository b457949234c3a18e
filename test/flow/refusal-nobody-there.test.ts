import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { refusalReportFor } from '../../server/api/refusals/refusal-report-for.ts'
import { saveAbsence } from '../../server/api/refusals/absences.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { callAs } from '../support/tiny-portal.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let visit: ReturnType<typeof refusalVisit>
beforeAll(async () => {
  world = await startWorld()
  visit = refusalVisit(world)
}, 60_000)
afterAll(() => world?.close())

const room = async () => (await world.context.api.openRoom(world.sandbox.memberId))!
const away = async (userId: number, deputyId: number | null = null) =>
  saveAbsence((await room()).store, userId, { userId, deputyId, fromOn: '2020-01-01', untilOn: '2099-12-31' })
const hears = (userId: number, id: number) => visit.bell(userId).filter((text) => text.includes(`/details/${id}/`))

test('a head who is away without a deputy: the director is asked in the same breath, and the head may still decide', async () => {
  await away(CAST.salesHead)
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id)
  await world.settle()
  expect(hears(CAST.director, id)).toHaveLength(1)
  expect(hears(CAST.admin, id)).toEqual([])
  expect((await visit.comments(id)).join('\n')).toMatch(/Решают: [^\n]*Могутин/)
  const { current } = (await visit.open(CAST.director, id)).answer
  expect(current!.steps.map(({ action }) => action)).toEqual(['ask', 'lift'])
  expect(current!.waitsFor).toMatchObject([
    {
      seat: 'sales_head',
      people: [
        { id: CAST.director, away: false },
        { id: CAST.salesHead, away: true },
      ],
    },
  ])
  expect(current!.write).toMatchObject({ state: 'done' })
  const done = await visit.decide(CAST.salesHead, answer.current!, 'approve')
  expect(done).toMatchObject({ denied: null, refusal: { state: 'approved' } })
})

test('the director goes as well: the administrator is told, once, and decides; others still may not', async () => {
  await away(CAST.salesHead)
  const id = await plantRequest(world, CAST.manager)
  await visit.ask(CAST.manager, id)
  await away(CAST.director)
  await world.settle()
  await world.settle()
  expect(hears(CAST.admin, id)).toEqual([expect.stringContaining('тех, кто решает обычно, сегодня нет')])
  await world.settle()
  expect(hears(CAST.admin, id)).toHaveLength(1)
  expect((await visit.comments(id)).at(-1)).toMatch(
    /сегодня отсутствуют и не оставили заместителя\. Теперь решить может и/,
  )
  const { current } = (await visit.open(CAST.admin, id)).answer
  expect(current!.steps.map(({ action }) => action)).toEqual(['ask', 'lift', 'lift'])
  expect((await visit.decide(CAST.secondManager, current!, 'approve')).denied).toBe('not_an_approver')
  expect((await visit.decide(CAST.admin, current!, 'approve')).refusal.state).toBe('approved')
  await world.settle()
  expect(await visit.stageOf(id)).toBe('LOST')
})

test('that it went up meanwhile takes nobody’s decision away: who had it on screen decides all the same', async () => {
  await away(CAST.salesHead)
  await saveAbsence((await room()).store, CAST.director, null)
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id)
  await away(CAST.director)
  await world.settle()
  expect((await visit.open(CAST.admin, id)).answer.current!.version).toBe(answer.current!.version + 1)
  expect(await visit.decide(CAST.director, answer.current!, 'approve')).toMatchObject({
    denied: null,
    refusal: { state: 'approved' },
  })
})

test('a deputy who is there is enough: nobody above is troubled', async () => {
  await away(CAST.salesHead, CAST.secondManager)
  const id = await plantRequest(world, CAST.manager)
  await visit.ask(CAST.manager, id)
  await world.settle()
  await world.settle()
  expect(hears(CAST.secondManager, id)).toHaveLength(1)
  expect([...hears(CAST.director, id), ...hears(CAST.admin, id)]).toEqual([])
})

test('a request lost by hand while the head is away is told to the director', async () => {
  await away(CAST.salesHead)
  await saveAbsence((await room()).store, CAST.director, null)
  const id = await plantRequest(world, CAST.manager)
  const { entityTypeId, stages } = world.map.processes.request
  const moved = await callAs(world.sandbox, CAST.manager, 'crm.item.update', {
    entityTypeId,
    id,
    fields: { stageId: stages.LOST },
  })
  expect(moved.status).toBe(200)
  await world.settle()
  await world.settle()
  expect(hears(CAST.director, id)).toEqual([expect.stringContaining('Отказ без согласования')])
})

test('the report says how many went up because nobody was there', async () => {
  const span = { fromOn: '2020-01-01', toOn: '2099-12-31' }
  const director = { userId: CAST.director, roles: ['director' as const], language: 'ru' as const }
  const report = await refusalReportFor(world.context.api, await room(), director, span)
  // The one with a deputy went up too, when he was gone.
  expect(report).toMatchObject({ lifted: 4, total: { asked: 4 } })
})
