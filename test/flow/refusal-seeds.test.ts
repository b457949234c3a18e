import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { listLostMovesBetween } from '../../server/store/lost-moves.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { callAs } from '../support/tiny-portal.ts'
import { startWorld, type World } from '../support/world.ts'

/** The trade at its usual breadth, in our own processes and in a portal where nothing is named as we name it. */
describe.each(['mogutin', 'mogutin-own'] as const)('in the portal %s', (seed) => {
  let world: World
  let visit: ReturnType<typeof refusalVisit>
  beforeAll(async () => {
    world = await startWorld({ seed, scale: 0.03 })
    visit = refusalVisit(world)
  }, 120_000)
  afterAll(() => world?.close())

  /** A request of a client who came by a lead. */
  async function fromLead() {
    const lead = await world.rest<{ item: { id: number } }>('crm.item.add', {
      entityTypeId: 1,
      fields: { title: 'Звонил завод', assignedById: CAST.manager, stageId: 'IN_PROCESS' },
    })
    await world.settle()
    const id = await plantRequest(world, CAST.manager, { parentId1: lead.item.id })
    return { id, leadId: lead.item.id }
  }

  test('a head approves: the request is lost with reason and comment, the lead rests until the next contact', async () => {
    const { id, leadId } = await fromLead()
    const { answer } = await visit.ask(CAST.manager, id, { reason: 'debtor', nextContactOn: '2027-02-01' })
    expect(answer.current).toMatchObject({ state: 'waiting', policy: 'approve' })
    expect((await visit.decide(CAST.salesHead, answer.current!, 'approve')).denied).toBeNull()
    await world.settle()
    expect(await visit.stageOf(id)).toBe('LOST')
    const { fields } = world.map.processes.request
    const card = await visit.item('request', id)
    expect(Number(card[fields.LOST_REASON!.name])).toBe(fields.LOST_REASON!.elements!.debtor)
    expect(card[fields.LOST_COMMENT!.name]).toBe('Должен за три рейса')
    expect(String(card[fields.NEXT_CONTACT_ON!.name])).toContain('2027-02-01')
    const stages = await world.rest<{ STATUS_ID: string; NAME: string }[]>('crm.status.list', {
      filter: { ENTITY_ID: 'STATUS' },
    })
    const { stageId } = await visit.item('lead', leadId)
    expect(stages.find(({ STATUS_ID }) => STATUS_ID === stageId)?.NAME).toMatch(/Пауза|Заморожен/)
    const [task] = (await visit.tasks(CAST.manager)).filter(({ ufCrmTask }) => ufCrmTask?.includes(`L_${leadId}`))
    expect(task).toMatchObject({ title: 'Связаться с клиентом: Звонил завод' })
    expect(task!.deadline).toContain('2027-02-01')
    await world.settle()
    expect(await visit.stageOf(id), 'an approved loss is left alone').toBe('LOST')
  })

  test('a head returns: the request goes on, and the task says what to do', async () => {
    const id = await plantRequest(world, CAST.manager)
    const { answer } = await visit.ask(CAST.manager, id)
    const change = { text: 'Возьмите предоплату', toUserId: CAST.secondManager, untilOn: '2026-12-01' }
    expect((await visit.decide(CAST.salesHead, answer.current!, 'return', change)).refusal.state).toBe('returned')
    await world.settle()
    expect(await visit.stageOf(id)).toBe('SEARCH')
    const tasks = await visit.tasks(CAST.secondManager)
    expect(tasks.filter(({ description }) => description.includes('Возьмите предоплату'))).toHaveLength(1)
  })

  test('a client’s own no closes the request at once', async () => {
    const id = await plantRequest(world, CAST.manager)
    const { answer } = await visit.ask(CAST.manager, id, { reason: 'competitor', comment: 'Нашли дешевле' })
    expect(answer.earlier[0]).toMatchObject({ state: 'recorded' })
    await world.settle()
    expect(await visit.stageOf(id)).toBe('LOST')
  })

  test('a request dragged to lost past the rule comes back, one whose card says why stays', async () => {
    const { entityTypeId, stages, fields } = world.map.processes.request
    const drag = async (id: number, values: Record<string, unknown> = {}) => {
      const params = { entityTypeId, id, useOriginalUfNames: 'Y', fields: { stageId: stages.LOST, ...values } }
      expect((await callAs(world.sandbox, CAST.manager, 'crm.item.update', params)).status).toBe(200)
      await world.settle()
      await world.settle()
    }
    const past = await plantRequest(world, CAST.manager)
    await drag(past)
    expect(await visit.stageOf(past)).toBe('SEARCH')
    const said = await plantRequest(world, CAST.manager)
    await drag(said, {
      [fields.LOST_REASON!.name]: fields.LOST_REASON!.elements!.postponed,
      [fields.LOST_COMMENT!.name]: 'Перенесли на январь',
    })
    expect(await visit.stageOf(said)).toBe('LOST')
    const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
    const moves = await listLostMovesBetween(store, '2000-01-01', '2100-01-01')
    const verdictOf = (id: number) => moves.filter(({ cardId }) => cardId === id).map(({ verdict }) => verdict)
    expect([verdictOf(past), verdictOf(said)]).toEqual([['returned'], ['recorded']])
  })
})
