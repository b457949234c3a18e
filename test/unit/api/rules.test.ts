import { beforeEach, expect, test } from 'vitest'
import { carriersAnswer } from '../../../contract/carriers.ts'
import { rulesAnswer, type MatchRuleInput, type RulesAnswer } from '../../../contract/match-rules.ts'
import type { Role } from '../../../contract/codes.ts'
import { apiWorld } from '../../support/api-world.ts'
import { CLIENT, RITM, SEVER, VEKTOR } from '../../support/rows.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
let logist: string
let director: string
beforeEach(async () => {
  world = await apiWorld()
  logist = await world.bearer('token-ivanov')
  director = await world.bearer('token-admin')
})

const KEY = 'key-of-one-rule-0001'
const rule = (changes: Partial<MatchRuleInput> = {}): MatchRuleInput => ({
  action: 'prefer',
  priority: 1,
  companyIds: [SEVER],
  clientId: null,
  fromPlaceId: null,
  toPlaceId: null,
  fromRegion: null,
  toRegion: null,
  body: null,
  note: null,
  untilOn: null,
  ...changes,
})
const put = (body: unknown, key = KEY, authorization = director) =>
  world.api('PUT', `/api/rules/${key}`, authorization, body)
async function rules(authorization = director): Promise<RulesAnswer> {
  const answer = await world.api('GET', '/api/rules', authorization)
  expect(answer.status).toBe(200)
  return rulesAnswer.parse(await answer.json())
}
async function list() {
  const answer = await world.api('GET', '/api/loads/request/15/carriers', logist)
  return carriersAnswer.parse(await answer.json())
}
async function headOf(userId: number): Promise<string> {
  const roles: Role[] = ['logist', 'head']
  const viewer = {
    memberId: 'portal-1',
    userId,
    userName: 'Пётр Иванов',
    isAdmin: false,
    roles,
    language: 'ru' as const,
  }
  const { token } = await world.context.bearer.sign({ ...viewer, item: { kind: 'request', id: 15 } })
  return `Bearer ${token}`
}

test('a rule is set, seen with its names, changed and taken back', async () => {
  expect(await rules()).toEqual({
    rules: [],
    security: { validDays: 180, stale: 'warn' },
    client: { id: CLIENT, title: 'АО «Клиент»' },
  })
  const moscow = world.gazetteer.search('Москва', 1)[0]!
  const first = await put(rule({ clientId: CLIENT, fromPlaceId: moscow.id, note: 'держит цену' }))
  expect(rulesAnswer.parse(await first.json()).rules).toMatchObject([
    {
      key: KEY,
      companies: [{ id: SEVER, title: 'Север-Транс' }],
      client: { title: 'АО «Клиент»' },
      from: { name: 'Москва' },
      to: null,
      byName: 'Вера Могутина',
    },
  ])
  await put(rule({ action: 'hide' }))
  expect((await rules()).rules).toMatchObject([{ key: KEY, action: 'hide', client: null }])
  expect((await world.api('DELETE', `/api/rules/${KEY}`, director)).status).toBe(200)
  expect((await world.api('DELETE', `/api/rules/${KEY}`, director)).status).toBe(200)
  expect((await rules()).rules).toEqual([])
})

test('a preferred carrier is in the list with the rule as a reason, even if nothing else is known of him', async () => {
  await world.room.store.deleteFrom('carrierLane').where('companyId', '=', SEVER).execute()
  await world.room.store
    .updateTable('offer')
    .set({ body: null, fromPlaceId: null })
    .where('companyId', '=', SEVER)
    .execute()
  expect((await list()).rows.map(({ companyId }) => companyId)).not.toContain(SEVER)
  await put(rule({ clientId: CLIENT, note: 'держит цену' }))
  const row = (await list()).rows.find(({ companyId }) => companyId === SEVER)
  expect(row).toMatchObject({ preferred: true, reasons: [{ kind: 'rule', action: 'prefer', note: 'держит цену' }] })
  const evidence = await world.api('GET', `/api/loads/request/15/carriers/${SEVER}/evidence?of=rule`, logist)
  expect(await evidence.json()).toMatchObject({
    records: [{ kind: 'rule', scope: { client: true }, byName: 'Вера Могутина', note: 'держит цену' }],
  })
})

test('a hidden carrier is below with the reason; who looks at the load hears of it', async () => {
  const heard: string[] = []
  world.room.live.subscribe('request', 15, ({ kind }) => heard.push(kind))
  await put(rule({ action: 'hide', companyIds: [VEKTOR] }))
  const { rows, vetoed } = await list()
  expect(rows.map(({ companyId }) => companyId)).not.toContain(VEKTOR)
  expect(vetoed.find(({ companyId }) => companyId === VEKTOR)?.vetoes).toMatchObject([{ kind: 'hidden_by_rule' }])
  expect(heard).toEqual(['changed'])
})

test('only heads, directors and administrators set rules or see them', async () => {
  const manager = await world.bearer('token-orlova')
  for (const person of [logist, manager]) {
    expect((await world.api('GET', '/api/rules', person)).status).toBe(403)
    expect((await put(rule(), KEY, person)).status).toBe(403)
    expect((await world.api('DELETE', `/api/rules/${KEY}`, person)).status).toBe(403)
    expect((await world.api('PUT', '/api/match-settings', person, {})).status).toBe(400)
    const security = { validDays: 1, stale: 'veto' }
    expect((await world.api('PUT', '/api/match-settings', person, { security })).status).toBe(403)
    expect((await world.api('GET', '/api/carriers?q=век', person)).status).toBe(403)
  }
  expect((await rules(await headOf(7))).rules).toEqual([])
})

test('a head does not learn the client of another’s rule, a director does', async () => {
  await put(rule({ clientId: CLIENT }))
  const elsewhere = { kind: 'request' as const, id: 99 }
  const answer = await rules(await headOf(7))
  expect(answer.rules[0]!.client).toEqual({ id: CLIENT, title: 'АО «Клиент»' })
  await world.room.store.updateTable('load').set({ companyId: null }).where('id', '=', 15).execute()
  expect((await rules(await headOf(7))).rules[0]!.client).toEqual({ id: CLIENT, title: null })
  expect((await rules(await headOf(1))).rules[0]!.client?.title).toBe('АО «Клиент»')
  expect((await rules(await world.bearer('token-admin', elsewhere))).rules[0]!.client?.title).toBe('АО «Клиент»')
})

test('a client is no carrier and an unknown place no condition', async () => {
  expect((await put(rule({ companyIds: [CLIENT] }))).status).toBe(404)
  expect((await put(rule({ companyIds: [4242] }))).status).toBe(404)
  expect((await put(rule({ clientId: 4242 }))).status).toBe(404)
  expect((await put(rule({ toPlaceId: 12 }))).status).toBe(400)
  expect((await put(rule({ companyIds: [] }))).status).toBe(400)
  expect((await put(rule({ untilOn: 'завтра' as never }))).status).toBe(400)
  expect((await put(rule(), 'short')).status).toBe(400)
  expect((await rules()).rules).toEqual([])
})

test('how long security checks are good for is a setting: a warning at first, a refusal if the portal says so', async () => {
  const checked = { security: 'passed' as const, securityOn: '2026-01-10' }
  await world.room.store.updateTable('carrier').set(checked).where('companyId', '=', RITM).execute()
  const rowOf = async () => {
    const { rows, vetoed } = await list()
    return [...rows, ...vetoed].find(({ companyId }) => companyId === RITM)!
  }
  const stale = { kind: 'security_stale', on: '2026-01-10', days: 180 }
  expect(await rowOf()).toMatchObject({ warnings: [stale], vetoes: [] })
  const security = { validDays: 180, stale: 'veto' }
  expect((await world.api('PUT', '/api/match-settings', director, { security })).status).toBe(200)
  expect(await rowOf()).toMatchObject({ warnings: [], vetoes: [stale] })
  await world.api('PUT', '/api/match-settings', director, { security: { validDays: null, stale: 'veto' } })
  expect(await rowOf()).toMatchObject({ warnings: [], vetoes: [] })
})

test('carriers are found by a part of their name; clients are not', async () => {
  const found = await world.api('GET', `/api/carriers?q=${encodeURIComponent('ВЕКТ')}`, director)
  expect(await found.json()).toEqual([{ id: VEKTOR, title: 'ООО «Вектор»' }])
  const client = await world.api('GET', `/api/carriers?q=${encodeURIComponent('клиент')}`, director)
  expect(await client.json()).toEqual([])
})
