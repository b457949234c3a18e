import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Workflow } from '../../sandbox/state/automation.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { portalFacts } from '../support/portal-facts.ts'
import { plantRequest } from '../support/plant-request.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let portal: ReturnType<typeof portalFacts>
beforeAll(async () => {
  world = await startWorld()
  portal = portalFacts(world)
})
afterAll(() => world?.close())

const runs = async () => (await (await fetch(`${world.sandbox.url}/sandbox/workflows`)).json()) as Workflow[]
async function draw<Made>(path: string, body: object): Promise<Made> {
  const answer = await fetch(`${world.sandbox.url}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json() as Promise<Made>
}
/** The portal tells us, we write, and the process goes on with our answer. */
async function ended(): Promise<Workflow> {
  await world.sandbox.portal.idle()
  await world.settle()
  await world.sandbox.portal.idle()
  return (await runs()).at(-1)!
}
const who = { company: String(CARRIERS.sidorov), user: `user_${CAST.logist}` }
const returned = (run: Workflow) => JSON.stringify(run.returned)

test('a robot on a stage writes an offer under the very card that came there, and the process hears that it was accepted', async () => {
  const { entityTypeId, stages } = world.map.processes.request
  const id = await plantRequest(world, CAST.manager)
  const properties = { ...who, request: '{=Document:ID}', rate: '77,5к', vat: '22', term: '5ск' }
  await draw('robots', { entityTypeId, stageId: stages.TRUCK, code: 'reis_offer', properties })
  await world.settle()
  await world.rest('crm.item.update', { entityTypeId, id, fields: { stageId: stages.TRUCK } })
  const run = await ended()
  expect([run.state, returned(run)]).toEqual(['completed', expect.stringContaining('"accepted":"Y"')])
  const { RATE } = world.map.processes.offer.fields
  const offers = await portal.offers('request', id, CARRIERS.sidorov)
  expect(offers.map((offer) => offer[RATE!.name])).toEqual(['77500.00|RUB'])
  // Nobody of them has ever opened us: the app writes, and says for whom.
  const [comment] = await portal.comments('request', id)
  expect(comment!.COMMENT).toContain('за сотрудника: Алексей Иванов')
})

test.each([
  ['reis_offer', { request: String(DEMO_REQUEST_ID), rate: '78к', vat: 'none' }],
  [
    'reis_executor',
    {
      request: String(DEMO_REQUEST_ID),
      rate: '79к',
      vat: 'none',
      plate: 'а 456 ор 716',
      driver_name: 'Сергей',
      driver_phone: '8 916 123-45-67',
      licence: '9912 345678',
      paper: '9922 123456',
    },
  ],
  ['reis_busy', { free_place: 'Уфа', free_on: '+3', directions: 'Уфа — Пермь' }],
  ['reis_base', { home_place: 'Казань', directions: 'Казань <> Ижевск; Казань — Уфа' }],
])('the activity %s of a business process is carried out, and the process goes on', async (code, properties) => {
  const template = await draw<{ id: number }>('workflow-templates', {
    name: 'Процесс интегратора',
    documentType: ['crm', 'CCrmDocumentCompany', 'COMPANY'],
    steps: [{ kind: 'program', programKind: 'activity', code, properties: { ...who, ...properties } }],
  })
  await world.rest('bizproc.workflow.start', {
    TEMPLATE_ID: template.id,
    DOCUMENT_ID: ['crm', 'CCrmDocumentCompany', `COMPANY_${CARRIERS.sidorov}`],
  })
  const run = await ended()
  expect([run.state, returned(run)]).toEqual(['completed', expect.stringContaining('"accepted":"Y"')])
})

test('what cannot be understood is said to the process, which goes on and decides itself', async () => {
  const before = (await portal.offers('request', DEMO_REQUEST_ID, CARRIERS.sidorov)).length
  const template = await draw<{ id: number }>('workflow-templates', {
    name: 'Процесс с ошибкой',
    documentType: ['crm', 'CCrmDocumentCompany', 'COMPANY'],
    steps: [
      {
        kind: 'program',
        programKind: 'activity',
        code: 'reis_offer',
        properties: { ...who, request: String(DEMO_REQUEST_ID), rate: 'дорого', vat: '22' },
      },
    ],
  })
  await world.rest('bizproc.workflow.start', {
    TEMPLATE_ID: template.id,
    DOCUMENT_ID: ['crm', 'CCrmDocumentCompany', `COMPANY_${CARRIERS.sidorov}`],
  })
  const run = await ended()
  expect(run.state).toBe('completed')
  expect(returned(run)).toMatch(/"accepted":"N".*rate/)
  expect(await portal.offers('request', DEMO_REQUEST_ID, CARRIERS.sidorov)).toHaveLength(before)
})
