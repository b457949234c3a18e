import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { readSeenAbsences, saveDeputy } from '../../server/api/refusals/absences.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { callAs } from '../support/tiny-portal.ts'
import { earlyTomorrowMs, minutesToEarlyTomorrow } from '../support/early-morning.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let visit: ReturnType<typeof refusalVisit>
beforeAll(async () => {
  world = await startWorld()
  visit = refusalVisit(world)
  // Tomorrow at six in Moscow, whatever hour these tests run at: nobody has begun his day, and nobody is late yet.
  world.pass({ minutes: minutesToEarlyTomorrow() })
  await world.settle()
}, 60_000)
afterAll(() => world?.close())

const store = async () => (await world.context.api.openRoom(world.sandbox.memberId))!.store
const DAY_MS = 86_400_000
const day = (ahead: number) => new Date(earlyTomorrowMs() + ahead * DAY_MS).toISOString().slice(0, 10)

/** The portal is asked anew. */
async function look() {
  world.pass({ minutes: 11 })
  await world.settle()
  await world.settle()
}

test('the portal’s calendar says that a head is on holiday, and his standing deputy decides for him', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id)
  expect((await visit.decide(CAST.secondManager, answer.current!, 'approve')).denied).toBe('not_an_approver')
  await saveDeputy(await store(), CAST.salesHead, CAST.secondManager)
  expect((await visit.decide(CAST.secondManager, answer.current!, 'approve')).denied).toBe('not_an_approver')
  const added = await callAs(world.sandbox, CAST.admin, 'calendar.event.add', {
    type: 'user',
    ownerId: CAST.salesHead,
    name: 'Отпуск',
    skip_time: 'Y',
    accessibility: 'absent',
    from: day(-1),
    to: day(6),
  })
  expect(added.status).toBe(200)
  await look()
  expect((await readSeenAbsences(await store()))!.away).toContainEqual({
    userId: CAST.salesHead,
    fromOn: day(-1),
    untilOn: day(6),
    source: 'calendar',
  })
  const { current } = (await visit.open(CAST.secondManager, id)).answer
  expect(current!.may).toContain('approve')
  expect(current!.waitsFor[0]!.people[0]!.id, 'who is away is named last').toBe(CAST.secondManager)
  const done = await visit.decide(CAST.secondManager, current!, 'approve')
  expect(done.refusal.state).toBe('approved')
  expect(done.refusal.steps.at(-1)).toMatchObject({
    by: { id: CAST.secondManager },
    insteadOf: { id: CAST.salesHead },
  })
  await world.settle()
  expect((await visit.comments(id)).at(-1)).toMatch(/Согласие: .+ \(за .+\)/)
})

test('a deputy is told of a new refusal, and may not approve his own though he stands in', async () => {
  const id = await plantRequest(world, CAST.secondManager)
  const { answer } = await visit.ask(CAST.secondManager, id)
  expect((await visit.decide(CAST.secondManager, answer.current!, 'approve')).denied).toBe('own_refusal')
  const other = await plantRequest(world, CAST.manager)
  await visit.ask(CAST.manager, other)
  await world.settle()
  expect(visit.bell(CAST.secondManager).some((text) => text.includes(`/details/${other}/`))).toBe(true)
})

test('who begins his working day on a holiday is there', async () => {
  const { STATUS, TIME_FINISH_DEFAULT: TIME } = (await callAs(world.sandbox, CAST.salesHead, 'timeman.status', {})).body
    .result as Record<string, unknown>
  // The day before was forgotten.
  if (STATUS === 'EXPIRED') await callAs(world.sandbox, CAST.salesHead, 'timeman.close', { TIME })
  if (STATUS !== 'OPENED') await callAs(world.sandbox, CAST.salesHead, 'timeman.open', {})
  const { body } = await callAs(world.sandbox, CAST.salesHead, 'timeman.status', {})
  expect(body.result).toMatchObject({ STATUS: 'OPENED' })
  await look()
  const away = (await readSeenAbsences(await store()))!.away
  expect(away.filter(({ userId, fromOn }) => userId === CAST.salesHead && fromOn <= day(0))).toEqual([])
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id)
  expect((await visit.decide(CAST.secondManager, answer.current!, 'approve')).denied).toBe('not_an_approver')
})
