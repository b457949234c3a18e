import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { chooseSetting } from '../../server/store/chosen-settings.ts'
import { listLostMovesBetween } from '../../server/store/lost-moves.ts'
import { plantRequest } from '../support/plant-request.ts'
import { callAs, startListener, type Listener } from '../support/tiny-portal.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let listener: Listener
beforeAll(async () => {
  world = await startWorld()
  listener = await startListener()
}, 60_000)
beforeEach(() => choose({}))
afterAll(async () => {
  await listener?.close()
  await world?.close()
})

const store = async () => (await world.context.api.openRoom(world.sandbox.memberId))!.store

async function choose({
  watchRequests = 'enforce',
  mostReturns = 3,
}: {
  watchRequests?: string
  mostReturns?: number
}) {
  expect(await chooseSetting(await store(), 'refusalWatchRequests', watchRequests)).toBe(true)
  expect(await chooseSetting(await store(), 'refusalMostReturns', mostReturns)).toBe(true)
}

/** Somebody drags the card in the portal itself. */
async function drag(userId: number, id: number, stage = 'LOST', fields: Record<string, unknown> = {}) {
  const { entityTypeId, stages } = world.map.processes.request
  const params = { entityTypeId, id, useOriginalUfNames: 'Y', fields: { stageId: stages[stage], ...fields } }
  const answer = await callAs(world.sandbox, userId, 'crm.item.update', params)
  expect(answer.status).toBe(200)
}

async function stageOf(id: number): Promise<string> {
  const { entityTypeId, stages } = world.map.processes.request
  const { item } = await world.rest<{ item: { stageId: string } }>('crm.item.get', { entityTypeId, id })
  return Object.entries(stages).find(([, full]) => full === item.stageId)?.[0] ?? item.stageId
}

async function comments(id: number): Promise<string> {
  const filter = { ENTITY_TYPE: `dynamic_${world.map.processes.request.entityTypeId}`, ENTITY_ID: id }
  const rows = await world.rest<{ COMMENT: string }[]>('crm.timeline.comment.list', { filter, select: ['COMMENT'] })
  return rows.map(({ COMMENT }) => COMMENT).join('\n')
}

const bell = (userId: number) =>
  world.sandbox.portal.state.notifications
    .list()
    .filter((one) => one.userId === userId)
    .map((one) => one.message)

/** Twice: what is moved back is heard of again. */
async function settle() {
  await world.settle()
  await world.settle()
}

async function verdicts(ids: readonly number[]) {
  const moves = await listLostMovesBetween(await store(), '2000-01-01', '2100-01-01')
  return moves.filter(({ cardId }) => ids.includes(cardId)).map(({ verdict }) => verdict)
}

test('a request dragged to lost by hand is moved back within seconds, with a note and a notice to the head', async () => {
  const id = await plantRequest(world, CAST.manager)
  const began = performance.now()
  await drag(CAST.manager, id)
  await settle()
  const seconds = (performance.now() - began) / 1000
  expect(await stageOf(id)).toBe('SEARCH')
  expect(seconds).toBeLessThan(10)
  expect(await comments(id)).toContain('без того, что требует правило (Марина Лебедева)')
  expect(bell(CAST.salesHead).filter((text) => text.includes(`/details/${id}/`))).toHaveLength(1)
  expect(await verdicts([id])).toEqual(['returned'])
})

test('a client’s own no, written into the card with reason and comment, is left alone and counted', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { fields } = world.map.processes.request
  await drag(CAST.manager, id, 'LOST', {
    [fields.LOST_REASON!.name]: fields.LOST_REASON!.elements!.postponed,
    [fields.LOST_COMMENT!.name]: 'Перенесли на январь',
  })
  await settle()
  expect(await stageOf(id)).toBe('LOST')
  expect(await verdicts([id])).toEqual(['recorded'])
})

test('a reason that needs approval does not get round it by being written into the card', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { fields } = world.map.processes.request
  await drag(CAST.manager, id, 'LOST', {
    [fields.LOST_REASON!.name]: fields.LOST_REASON!.elements!.no_truck,
    [fields.LOST_COMMENT!.name]: 'Не нашли',
  })
  await settle()
  expect(await stageOf(id)).toBe('SEARCH')
})

test('fifty cards moved in bulk are all moved back, and the head is told once', async () => {
  const ids: number[] = []
  const { entityTypeId, stages } = world.map.processes.request
  for (let index = 0; index < 50; index++) {
    const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
      entityTypeId,
      fields: { title: `Запрос ${index}`, assignedById: CAST.manager, stageId: stages.SEARCH },
    })
    ids.push(item.id)
  }
  await world.settle()
  const before = bell(CAST.salesHead).length
  await world.whileDown(async () => {
    for (const id of ids) await drag(CAST.manager, id)
  })
  await settle()
  await settle()
  const stagesNow = await Promise.all(ids.map(stageOf))
  expect(new Set(stagesNow)).toEqual(new Set(['SEARCH']))
  expect(bell(CAST.salesHead).length - before).toBe(1)
  expect(bell(CAST.salesHead).join()).toContain('Отказы без согласования: 50')
}, 120_000)

test('a card lost, and one created and lost, while the server was down are found when it is back', async () => {
  const known = await plantRequest(world, CAST.manager)
  let born = 0
  await world.whileDown(async () => {
    await drag(CAST.manager, known)
    const { entityTypeId, stages } = world.map.processes.request
    const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
      entityTypeId,
      fields: { title: 'Родился и потерян', assignedById: CAST.manager, stageId: stages.NEW },
    })
    born = item.id
    await drag(CAST.manager, born)
  })
  await settle()
  expect(await stageOf(known)).toBe('SEARCH')
  expect(await stageOf(born)).toBe('NEW')
})

test('where the settings only report, the card stays and the head hears of it', async () => {
  await choose({ watchRequests: 'report' })
  const id = await plantRequest(world, CAST.manager)
  await drag(CAST.manager, id)
  await settle()
  expect(await stageOf(id)).toBe('LOST')
  expect(await verdicts([id])).toEqual(['reported'])
  expect(bell(CAST.salesHead).some((text) => text.includes(`/details/${id}/`))).toBe(true)
})

test('a robot that keeps moving a card to lost is answered so many times, then the administrator is told', async () => {
  await choose({ mostReturns: 2 })
  const id = await plantRequest(world, CAST.manager)
  const { entityTypeId, stages } = world.map.processes.request
  const robot = { CODE: 'stubborn', HANDLER: listener.url, AUTH_USER_ID: CAST.admin, NAME: 'Закрыть' }
  const added = await callAs(world.sandbox, CAST.admin, 'bizproc.robot.add', { ...robot, USE_SUBSCRIPTION: 'N' })
  expect(added.body).toMatchObject({ result: true })
  await fetch(`${world.sandbox.url}/sandbox/robots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entityTypeId, stageId: stages.SEARCH, code: 'stubborn', properties: {} }),
  })
  await drag(CAST.manager, id)
  // Whenever the robot fires, its program moves the card to lost again.
  let fired = 0
  for (let round = 0; round < 6; round++) {
    await settle()
    await world.sandbox.portal.idle()
    if (listener.received.length === fired) break
    fired = listener.received.length
    await drag(CAST.admin, id)
  }
  const runs = (await (await fetch(`${world.sandbox.url}/sandbox/workflows`)).json()) as unknown[]
  expect(runs.length, 'the robot fired once a move back').toBe(2)
  expect(await verdicts([id])).toEqual(['returned', 'returned', 'left'])
  expect(await stageOf(id)).toBe('LOST')
  expect(bell(CAST.admin).some((text) => text.includes('снова и снова'))).toBe(true)
})

test('a lead closed as junk is reported, that of a carrier who called is exempt by rule', async () => {
  const room = await store()
  const carrier = await room
    .selectFrom('carrier')
    .select('companyId')
    .where('companyId', 'is not', null)
    .limit(1)
    .execute()
  const lead = async (companyId: number | null) => {
    const fields = { title: 'Позвонили', assignedById: CAST.manager, ...(companyId && { companyId }) }
    const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', { entityTypeId: 1, fields })
    await world.settle()
    await world.rest('crm.item.update', { entityTypeId: 1, id: item.id, fields: { stageId: 'JUNK' } })
    await settle()
    const moves = await listLostMovesBetween(await store(), '2000-01-01', '2100-01-01')
    return moves.filter((move) => move.cardKind === 'lead' && move.cardId === item.id).map(({ verdict }) => verdict)
  }
  expect(await lead(null)).toEqual(['reported'])
  expect(await lead(carrier[0]!.companyId)).toEqual(['exempt'])
})
