import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { sayStageRights, stageRightsFor } from '../../server/api/refusals/stage-rights-for.ts'
import { writeMeta } from '../../server/store/meta.ts'
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
const rights = async () => stageRightsFor(world.context.api, await room())

async function drag(userId: number, id: number): Promise<number> {
  const { entityTypeId, stages } = world.map.processes.request
  const answer = await callAs(world.sandbox, userId, 'crm.item.update', {
    entityTypeId,
    id,
    fields: { stageId: stages.LOST },
  })
  await world.settle()
  await world.settle()
  return answer.status
}

/** What an administrator does in the portal by the recipe: nobody but administrators moves a request into lost. */
function takeRightAway() {
  const { state, rights: portalRights } = world.sandbox.portal
  const { entityTypeId, stages } = world.map.processes.request
  const moves = Object.entries(stages).flatMap(([code, id]) => (code === 'LOST' ? [] : [id]))
  for (const { id } of state.people.departments()) {
    const known = state.people.rights().find((one) => one.holder === `D${id}` && one.entityTypeId === entityTypeId)
    const usual = { read: 'all', write: 'all', add: 'all', delete: 'all' } as const
    state.people.setRight({ ...usual, ...known, holder: `D${id}`, entityTypeId, moves })
  }
  for (const right of state.people.rights())
    if (right.entityTypeId === entityTypeId) state.people.setRight({ ...right, moves })
  portalRights.forget()
}

test('right after the app is set up it says who has lost requests by himself before', async () => {
  await world.settle()
  const { entityTypeId, stages } = world.map.processes.request
  const { items } = await world.rest<{ items: { id: number; movedBy: number; movedTime: string }[] }>('crm.item.list', {
    entityTypeId,
    filter: { stageId: stages.LOST },
    select: ['id', 'movedBy', 'movedTime'],
  })
  const since = Date.now() - 90 * 86_400_000
  const own = items.filter(({ movedBy, movedTime }) => movedBy !== CAST.admin && Date.parse(movedTime) >= since)
  expect(own.length).toBeGreaterThan(0)
  expect(await rights()).toMatchObject({ state: 'open', saidAt: null, count: own.length })
})

test('where nobody has moved a card or said a word, the app says that it does not know', async () => {
  await writeMeta((await room()).store, 'pastLosses', { at: new Date().toISOString(), moves: [] })
  expect(await rights()).toEqual({ state: 'unknown', saidAt: null, saidBy: null, count: 0, moves: [] })
})

test('a manager who drags a request to lost shows that the right was not taken away', async () => {
  const id = await plantRequest(world, CAST.manager)
  expect(await drag(CAST.manager, id)).toBe(200)
  expect(await rights()).toMatchObject({ state: 'open', count: 1, moves: [{ by: 'Марина Лебедева' }] })
  // What an administrator moves, and what was approved, says nothing of it.
  const other = await plantRequest(world, CAST.manager)
  await drag(CAST.admin, other)
  expect((await rights()).count).toBe(1)
})

test('with the right taken away the portal refuses the drag, and what is approved goes through all the same', async () => {
  takeRightAway()
  world.pass({ minutes: 1 })
  await sayStageRights(world.context.api, await room(), CAST.admin, true)
  expect(await rights()).toMatchObject({ state: 'quiet', count: 0 })
  const id = await plantRequest(world, CAST.manager)
  expect(await drag(CAST.manager, id)).toBe(400)
  expect(await visit.stageOf(id)).toBe('SEARCH')
  const { answer } = await visit.ask(CAST.manager, id)
  await visit.decide(CAST.salesHead, answer.current!, 'approve')
  await world.settle()
  expect(await visit.stageOf(id)).toBe('LOST')
  const card = await visit.item('request', id)
  expect(Number(card.movedBy), 'moved by the application’s administrator').toBe(CAST.admin)
  const last = (await visit.comments(id)).at(-1)
  expect(last).toContain('Просит: Марина Лебедева')
  expect(last).toMatch(/Согласие: \S+ \S+/)
  // A client's own no is recorded by the form, which needs no right of the manager's either.
  const own = await plantRequest(world, CAST.manager)
  await visit.ask(CAST.manager, own, { reason: 'competitor' })
  await world.settle()
  expect(await visit.stageOf(own)).toBe('LOST')
  expect(await rights()).toMatchObject({ state: 'quiet', count: 0 })
})

test('only an administrator is told of it', async () => {
  const id = await plantRequest(world, CAST.manager)
  for (const userId of [CAST.manager, CAST.salesHead, CAST.logist]) {
    const { session } = await visit.open(userId, id)
    expect((await world.api(session, 'GET', '/api/refusals/stage-rights')).status).toBe(403)
    expect((await world.api(session, 'PUT', '/api/refusals/stage-rights', { set: true })).status).toBe(403)
  }
})
