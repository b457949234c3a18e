import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Workflow } from '../../sandbox/state/automation.ts'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { decide } from '../../server/api/refusals/decide.ts'
import { findOpenRefusal, listRefusalsOf } from '../../server/store/refusals.ts'
import { plantRequest } from '../support/plant-request.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world?.close())

const room = async () => (await world.context.api.openRoom(world.sandbox.memberId))!
const runs = async () => (await (await fetch(`${world.sandbox.url}/sandbox/workflows`)).json()) as Workflow[]

/** Somebody draws the robot onto a stage; the card then enters it. Returns the card's id. */
async function robotOn(stage: string, properties: Record<string, unknown>): Promise<number> {
  const { entityTypeId, stages } = world.map.processes.request
  const id = await plantRequest(world, CAST.manager)
  const robots = (await (await fetch(`${world.sandbox.url}/sandbox/robots`)).json()) as { id: number }[]
  for (const robot of robots) await fetch(`${world.sandbox.url}/sandbox/robots/${robot.id}`, { method: 'DELETE' })
  const drawn = await fetch(`${world.sandbox.url}/sandbox/robots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entityTypeId, stageId: stages[stage], code: 'reis_refusal', properties }),
  })
  expect(drawn.status).toBe(200)
  await world.rest('crm.item.update', { entityTypeId, id, fields: { stageId: stages[stage] } })
  await world.sandbox.portal.idle()
  await world.settle()
  return id
}

test('a robot asks for a refusal, waits for the head, and goes on with his answer', async () => {
  const comment = 'Не нашли машину за день'
  const id = await robotOn('AGREEMENT', { reason: 'no_truck', comment, asker: `user_${CAST.manager}` })
  const { store } = await room()
  const open = (await findOpenRefusal(store, 'request', id))!
  expect(open).toMatchObject({ source: 'robot', reason: 'no_truck', comment, askerId: CAST.manager, state: 'waiting' })
  expect((await runs()).at(-1)).toMatchObject({ state: 'running' })
  const move = {
    action: 'return' as const,
    by: CAST.salesHead,
    text: 'Ищите ещё день',
    toUserId: CAST.logist,
    untilOn: '2026-12-01',
  }
  const decision = { key: 'a-press-of-the-head', refusalKey: open.key, version: open.version, move }
  expect((await decide(world.context.api, await room(), decision))!.denied).toBeNull()
  await world.settle()
  const run = (await runs()).at(-1)!
  expect(run.state).toBe('completed')
  expect(JSON.stringify(run.returned)).toContain('"result":"returned"')
  expect(JSON.stringify(run.returned)).toContain('Ищите ещё день')
})

test('where the head approves, the robot goes on with his yes, and the card is lost and stays so', async () => {
  const id = await robotOn('PAUSE', { reason: 'dates', comment: 'Не успеваем', asker: `user_${CAST.manager}` })
  const { store } = await room()
  const open = (await findOpenRefusal(store, 'request', id))!
  const move = { action: 'approve' as const, by: CAST.salesHead, text: 'Верно' }
  const decision = { key: 'a-yes-of-the-head', refusalKey: open.key, version: open.version, move }
  expect((await decide(world.context.api, await room(), decision))!.denied).toBeNull()
  await world.settle()
  await world.settle()
  const run = (await runs()).at(-1)!
  expect(run.state).toBe('completed')
  expect(JSON.stringify(run.returned)).toContain('"result":"approved"')
  expect(JSON.stringify(run.returned)).toContain('Верно')
  const { entityTypeId, stages } = world.map.processes.request
  const { item } = await world.rest<{ item: { stageId: string } }>('crm.item.get', { entityTypeId, id })
  expect(item.stageId).toBe(stages.LOST)
})

test('what needs nobody’s approval lets the robot go on at once', async () => {
  const id = await robotOn('TRUCK', { reason: 'competitor', comment: 'Ушёл к другому' })
  await world.settle()
  const [refusal] = await listRefusalsOf((await room()).store, 'request', id)
  expect(refusal).toMatchObject({ state: 'recorded', source: 'robot' })
  const run = (await runs()).at(-1)!
  expect(run.state).toBe('completed')
  expect(JSON.stringify(run.returned)).toContain('"result":"approved"')
})

test('a robot the portal did not send asks for nothing', async () => {
  const body = new URLSearchParams({
    event_token: 'somebody-guesses',
    'document_id[2]': `DYNAMIC_${world.map.processes.request.entityTypeId}_1`,
    'properties[reason]': 'spam',
    'auth[member_id]': world.sandbox.memberId,
    'auth[application_token]': 'a-guess',
  })
  const answer = await fetch(`${world.serverUrl}/hooks/refusal-robot`, { method: 'POST', body })
  expect(answer.status).toBe(403)
  expect(await findOpenRefusal((await room()).store, 'request', 1)).toBeNull()
})
