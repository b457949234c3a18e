import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CarrierFileAccepted, CarrierFilePreview } from '../../contract/carrier-file.ts'
import type { Boot, Session } from '../../contract/session.ts'
import { openFrame, readBoot } from '../../cli/demo/portal-pages.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startWorld, type World } from '../support/world.ts'

const FILE = `Название;Телефон;Тоннаж;Кузов;Направления;Город
ООО Новая Ока;8 (916) 555-44-33;20;тент;Москва — Казань;Казань
ИП Сидоров;;;;;
ООО Плохая строка;тел. у Маши;;;;
`
let world: World
let admin: Session
beforeAll(async () => {
  world = await startWorld()
  const uri = '/marketplace/app/x/'
  const frame = await openFrame(world.sandbox.url, { viewerId: CAST.admin, placement: 'DEFAULT', options: {}, uri })
  admin = (readBoot<Boot>(frame.html) as { session: Session }).session
})
afterAll(() => world?.close())

async function send(path: string, session: Session, key = 'key-of-this-very-file') {
  const body = new FormData()
  body.set('file', new File([FILE], 'база.csv'))
  body.set('key', key)
  const headers = { authorization: `Bearer ${session.token}` }
  return fetch(world.serverUrl + path, { method: 'POST', headers, body })
}
const inPortal = async (entityTypeId: number, filter: Record<string, unknown>) =>
  (
    await world.rest<{ items: Record<string, unknown>[] }>('crm.item.list', {
      entityTypeId,
      filter,
      select: ['*', 'fm'],
      useOriginalUfNames: 'Y',
    })
  ).items

test('a file is looked at first: its columns, what could be written, and each bad row with its reason', async () => {
  const preview = (await (await send('/api/carrier-file/preview', admin)).json()) as CarrierFilePreview
  expect(preview).toMatchObject({
    rows: 3,
    good: 1,
    mapping: { name: 0, phone: 1, capacity: 2, body: 3, directions: 4, home: 5 },
    problems: [
      { line: 3, column: null, why: 'in_base' },
      { line: 4, column: 'phone', why: 'bad_phone' },
    ],
  })
  expect(await inPortal(4, { '=title': 'ООО Новая Ока' })).toEqual([])
})

test('what is good is written once, however often it is sent: the company with its phone, and its entry in the base', async () => {
  for (let press = 0; press < 2; press += 1) {
    const answer = await send('/api/carrier-file', admin)
    expect(answer.status).toBe(202)
    const { problemCount } = (await answer.json()) as CarrierFileAccepted
    // Once it is in the copy, the row is told to be in the base already.
    expect(problemCount).toBe(press === 0 ? 2 : 3)
    await world.settle()
  }
  const [company, ...others] = await inPortal(4, { '=title': 'ООО Новая Ока' })
  expect(others).toEqual([])
  expect(JSON.stringify(company!.fm)).toContain('+79165554433')
  const { carrier } = world.map.processes
  const entries = await inPortal(carrier.entityTypeId, { '=companyId': company!.id })
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({
    title: 'ООО Новая Ока',
    [carrier.fields.DIRECTIONS!.name]: ['Москва — Казань'],
    [carrier.fields.HOME_PLACE!.name]: 'Казань',
  })
  expect(CARRIERS.sidorov).not.toBe(company!.id)
})

test('only an administrator on the app’s own page may send a file', async () => {
  const logist = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  expect((await send('/api/carrier-file', logist)).status).toBe(403)
  expect((await send('/api/carrier-file/preview', logist)).status).toBe(403)
})
