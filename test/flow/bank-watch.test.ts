import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { saveAbsence } from '../../server/api/refusals/absences.ts'
import { PortalError } from '../../server/errors.ts'
import { writeMeta } from '../../server/store/meta.ts'
import { noteLanguage } from '../../server/store/person-languages.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let companyId: number
let account: { ID: string; RQ_ACC_NUM: string }
beforeAll(async () => {
  world = await startWorld()
  const { store } = await world.context.openCopy(world.sandbox.memberId)
  const underWay = await store
    .selectFrom('load')
    .select('carrierCompanyId')
    .where('kind', '=', 'order')
    .where('semantics', '=', 'P')
    .where('carrierCompanyId', 'is not', null)
    .execute()
  for (const { carrierCompanyId } of underWay) {
    const found = await accountsOf(carrierCompanyId!)
    if (!found[0]) continue
    companyId = carrierCompanyId!
    account = found[0]
    break
  }
  if (!account) throw new Error('Nobody who has a load of ours on board has an account')
})
afterAll(() => world?.close())

async function accountsOf(id: number): Promise<{ ID: string; RQ_ACC_NUM: string }[]> {
  const requisites = await world.rest<{ ID: string }[]>('crm.requisite.list', {
    filter: { ENTITY_TYPE_ID: 4, ENTITY_ID: id },
    select: ['ID'],
  })
  if (requisites.length === 0) return []
  return world.rest('crm.requisite.bankdetail.list', { filter: { ENTITY_ID: requisites[0]!.ID } })
}
const alerts = () =>
  world.sandbox.portal.state.notifications.list().filter(({ tag }) => tag.startsWith(`REIS|BANK|${companyId}|`))
const messages = () =>
  alerts()
    .map(({ message }) => message)
    .join('\n')
/** What heads were told of this carrier’s accounts, by anybody. */
const told = async () => {
  await world.context.watchAccounts(world.sandbox.memberId)
  await world.settle()
  return alerts()
}
/** Nobody looks by himself: the portal’s event comes when it comes. */
const heard = (check: () => void) =>
  vi.waitFor(
    async () => {
      await world.settle()
      check()
    },
    { timeout: 20_000 },
  )
const write = (number: string) =>
  world.rest('crm.requisite.bankdetail.update', { id: account.ID, fields: { RQ_ACC_NUM: number } })

test('another account of a carrier with our load on board is told to a head, once, and named by its last digits', async () => {
  expect(await told()).toEqual([])
  expect(await told()).toEqual([])
  await write('40702810900000009876')
  const first = await told()
  expect(first.length).toBeGreaterThan(0)
  expect(first[0]!.message).toContain(`Счёт был: •••• ${account.RQ_ACC_NUM.slice(-4)}. Стал: •••• 9876.`)
  expect(JSON.stringify(first)).not.toContain('40702810900000009876')
  expect(await told()).toHaveLength(first.length)
})

test('an account put back is a change as well', async () => {
  const before = (await told()).length
  await write(account.RQ_ACC_NUM)
  expect((await told()).length).toBeGreaterThan(before)
})

test('the portal’s own event is enough: nobody waits for the next look', async () => {
  const before = alerts().length
  await write('40702810900000001111')
  await heard(() => expect(alerts().length).toBeGreaterThan(before))
  expect(messages()).toContain('Стал: •••• 1111.')
  const many = alerts().length
  await Promise.all([told(), told(), told()])
  expect(alerts()).toHaveLength(many)
  await write(account.RQ_ACC_NUM)
  await heard(() => expect(messages()).toContain('Счёт был: •••• 1111.'))
})

test('each head reads of it in his own language, and in the portal’s where he was never here', async () => {
  const { store } = await world.context.openCopy(world.sandbox.memberId)
  const heads = [...new Set((await told()).map(({ userId }) => userId))]
  await Promise.all(heads.map((userId) => noteLanguage(store, userId, 'en')))
  await write('40702810900000002222')
  await heard(() => expect(messages()).toContain('is now •••• 2222.'))
  expect(messages()).toMatch(
    /Warning: the bank details of \[url=[^\]]+\][^[]+\[\/url\] changed while he carries our load/,
  )
  await store.deleteFrom('personLanguage').execute()
  await writeMeta(store, 'portalLanguage', 'en')
  await write(account.RQ_ACC_NUM)
  await heard(() =>
    expect(messages()).toContain(`The account was •••• 2222 and is now •••• ${account.RQ_ACC_NUM.slice(-4)}.`),
  )
  await writeMeta(store, 'portalLanguage', 'ru')
})

test('a head who is away leaves no alarm lying: whoever leads him hears of it as well', async () => {
  const { store } = await world.context.openCopy(world.sandbox.memberId)
  const heads = [...new Set((await told()).map(({ userId }) => userId))]
  expect(heads).toEqual([CAST.logisticsHead])
  await saveAbsence(store, CAST.logisticsHead, {
    userId: CAST.logisticsHead,
    deputyId: null,
    fromOn: '2020-01-01',
    untilOn: '2099-12-31',
  })
  await write('40702810900000003333')
  const hearers = () => alerts().flatMap(({ userId, message }) => (message.includes('3333') ? [userId] : []))
  await heard(() => expect(hearers().toSorted((a, b) => a - b)).toEqual([CAST.director, CAST.logisticsHead]))
  await saveAbsence(store, CAST.logisticsHead, null)
  await write(account.RQ_ACC_NUM)
  await told()
})

test('a number that somebody changes in the portal itself is told as well, by its last digits', async () => {
  await told()
  const numbers = () =>
    world.sandbox.portal.state.notifications.list().filter(({ tag }) => tag.startsWith(`REIS|NUMBERS|${companyId}|`))
  expect(numbers()).toEqual([])
  await world.rest('crm.item.add', {
    entityTypeId: 3,
    fields: { name: 'Новый диспетчер', companyId, fm: [{ typeId: 'PHONE', valueType: 'WORK', value: '+79165550042' }] },
  })
  // The copy hears of the number by itself, and that is enough.
  await heard(() => expect(numbers().length).toBeGreaterThan(0))
  const [first] = numbers()
  expect(first!.message).toContain('Номера: появились …42.')
  expect(first!.message).not.toContain('9165550042')
  const count = numbers().length
  await told()
  expect(numbers()).toHaveLength(count)
})

test('a portal that does not answer loses no change: it is told at the next look', async () => {
  const before = (await told()).length
  await write('40702810900000005555')
  world.sandbox.portal.faults.set({ down: true })
  await expect(world.context.watchAccounts(world.sandbox.memberId)).rejects.toBeInstanceOf(PortalError)
  world.sandbox.portal.faults.clear()
  expect((await told()).length).toBeGreaterThan(before)
})

test('who has no load of ours on board may change what he likes', async () => {
  const { store } = await world.context.openCopy(world.sandbox.memberId)
  const before = (await told()).length
  await store
    .updateTable('load')
    .set({ semantics: 'S' })
    .where('carrierCompanyId', '=', companyId)
    .where('kind', '=', 'order')
    .execute()
  await write('40702810900000004444')
  expect(await told()).toHaveLength(before)
  const kept = await store.selectFrom('bankAccount').selectAll().where('companyId', '=', companyId).execute()
  expect(kept).toEqual([])
})
