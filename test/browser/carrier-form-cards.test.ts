import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { leadOf } from '../support/capture-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { openForm, type FormVisit } from '../support/form-visit.ts'
import { portalFacts } from '../support/portal-facts.ts'

/** Every action in every place, on a portal of our making and on one nobody made for us. */
describe.each(['mogutin', 'mogutin-own'] as const)('in the portal %s', (seed) => {
  let world: CardWorld
  let portal: ReturnType<typeof portalFacts>
  const visits: FormVisit[] = []
  beforeAll(async () => {
    world = await startCardWorld({ seed, scale: 0.05 })
    portal = portalFacts(world)
  })
  afterAll(() => world?.close())
  afterEach(async () => {
    const ended = visits.splice(0)
    await Promise.all(ended.map((visit) => visit.close()))
    world.sandbox.portal.phone.clear()
    const met = ended.flatMap((visit) => visit.complaints)
    if (met.length > 0) throw new Error(`A browser met what it may not: ${met.join('; ')}`)
  })

  const type = (process: 'request' | 'carrier', id: number) =>
    `/crm/type/${world.map.processes[process].entityTypeId}/details/${id}/`
  const places: Record<string, () => Promise<Parameters<typeof openForm>[2]>> = {
    'the tab of a lead': async () => ({
      card: `/crm/lead/details/${await leadOf(world, await portal.phoneOf(CARRIERS.himtrans))}/`,
      by: 'tab',
    }),
    'the button above the timeline of a lead': async () => ({
      card: `/crm/lead/details/${await leadOf(world, await portal.phoneOf(CARRIERS.himtrans))}/`,
      by: 'button',
    }),
    'the tab of the company': async () => ({ card: `/crm/company/details/${CARRIERS.himtrans}/`, by: 'tab' }),
    'a call': async () => ({ call: { number: await portal.phoneOf(CARRIERS.himtrans) } }),
  }
  async function visit(way: Parameters<typeof openForm>[2], userId: number = CAST.logist): Promise<FormVisit> {
    const opened = await openForm(world, userId, way)
    visits.push(opened)
    return opened
  }
  /** What our copy of the portal holds once everything has come home from it. */
  async function copy() {
    await world.settle()
    const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
    const offers = await store
      .selectFrom('offer')
      .select(['action', 'rateMinor', 'vehiclePlate', 'source'])
      .where('companyId', '=', CARRIERS.himtrans)
      .where('requestId', '=', DEMO_REQUEST_ID)
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
    const entry = await store
      .selectFrom('carrier')
      .select(['id', 'freeText', 'freeOn'])
      .where('companyId', '=', CARRIERS.himtrans)
      .executeTakeFirstOrThrow()
    const lanes = await store.selectFrom('direction').selectAll().where('carrierId', '=', entry.id).execute()
    return { offers, entry, lanes: lanes.map((lane) => JSON.stringify(lane)).join(' ') }
  }
  async function fill({ page, into }: FormVisit, fields: Record<string, string>): Promise<void> {
    for (const [field, text] of Object.entries(fields)) {
      await into(field)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(text)
    }
  }

  test.each(Object.keys(places).map((place, index) => [place, index] as const))(
    'in %s all four actions are written, one after the other',
    async (place, index) => {
      const opened = await visit(await places[place]!())
      const { page, form } = opened
      const act = async (digit: number, work: () => Promise<void>) => {
        await page.keyboard.press(`Alt+Digit${digit}`)
        await form.locator(`.actions > :nth-child(${digit})[aria-checked="true"]`).waitFor()
        await work()
        await page.keyboard.press('ControlOrMeta+Enter')
        expect([digit, await opened.delivered()]).toEqual([digit, 'done'])
        await form.locator('[data-more]').click()
        await form.locator('form.capture-form').waitFor()
      }
      await form.getByText('Химтранс').first().waitFor()
      const rate = 101 + index
      await act(1, async () => {
        await typeOffer(opened, `${rate}к`)
      })
      await act(2, async () => {
        await typeOffer(opened, `${rate} 500`)
        await fill(opened, {
          plate: `к${450 + index}ор716`,
          driverName: 'Сергей Петров',
          driverPhone: '8 916 123 45 67',
          licence: '9912345678',
          paper: '9922123456',
        })
      })
      const [free, lane] = FREE[index]!
      await act(3, () => fill(opened, { freePlace: free, freeOn: `+${index + 2}` }))
      await act(4, () => fill(opened, { directions: lane }))
      const { offers, entry, lanes } = await copy()
      const source = place === 'a call' ? 'call' : 'form'
      expect(offers.toReversed()).toMatchObject([
        { action: 'quote', rateMinor: rate * 100_000, source },
        { action: 'executor', rateMinor: rate * 100_000 + 50_000, vehiclePlate: `К${450 + index}ОР716`, source },
      ])
      expect(entry.freeText).toBe(free)
      for (const end of lane.split(' — ')) expect(lanes).toContain(end)
    },
  )
  const FREE = [
    ['Самара', 'Тула — Пенза'],
    ['Пермь', 'Тверь — Псков'],
    ['Уфа', 'Рязань — Омск'],
    ['Тюмень', 'Калуга — Сургут'],
  ] as const

  test('above the timeline of a request the form speaks of that request, and asks only who answers', async () => {
    const { page, form, chosen, into, delivered } = await visit({
      card: type('request', DEMO_REQUEST_ID),
      by: 'button',
    })
    await chosen(DEMO_REQUEST_ID)
    await expect.poll(() => form.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('carrier')
    await page.keyboard.type('сидоров')
    await form.getByRole('option', { name: 'ИП Сидоров' }).waitFor()
    await page.keyboard.press('Enter')
    await form.locator('.who-known').waitFor()
    await chosen(DEMO_REQUEST_ID)
    await into('rate')
    await page.keyboard.type('108к')
    await page.keyboard.press('Enter')
    expect(await delivered()).toBe('done')
  })

  test('above the timeline of an entry of the base the base is brought up to date, and nothing is kept unasked', async () => {
    const { id } = await portal.baseEntry(CARRIERS.himtrans)
    const { page, form, into, delivered } = await visit({ card: type('carrier', id), by: 'button' })
    await form.locator('.actions > :nth-child(4)[aria-checked="true"]').waitFor()
    await expect.poll(() => form.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('directions')
    expect(await form.getByText('Черновик сохранён').count()).toBe(0)
    await into('directions')
    await page.keyboard.type('Курск <> Орёл')
    await page.keyboard.press('ControlOrMeta+Enter')
    expect(await delivered()).toBe('done')
    expect((await copy()).lanes).toContain('Курск')
  })

  const rates = async (companyId: number) => {
    await world.settle()
    const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
    const rows = await store
      .selectFrom('offer')
      .select('rateMinor')
      .where('companyId', '=', companyId)
      .where('requestId', '=', DEMO_REQUEST_ID)
      .execute()
    return rows.map(({ rateMinor }) => rateMinor)
  }
  async function typeOffer(one: FormVisit, rate: string): Promise<void> {
    await fill(one, { request: String(DEMO_REQUEST_ID) })
    await one.page.keyboard.press('Tab')
    await one.chosen(DEMO_REQUEST_ID)
    await fill(one, { rate })
  }

  test('two logists capture one carrier at once, and both offers stand', async () => {
    const card = `/crm/company/details/${CARRIERS.sidorov}/`
    const pair = await Promise.all([visit({ card, by: 'tab' }), visit({ card, by: 'tab' }, CAST.secondLogist)])
    for (const [index, one] of pair.entries()) await typeOffer(one, `${94 + index}к`)
    await Promise.all(pair.map((one) => one.page.keyboard.press('Enter')))
    expect(await Promise.all(pair.map((one) => one.delivered()))).toEqual(['done', 'done'])
    expect(await rates(CARRIERS.sidorov)).toEqual(expect.arrayContaining([9_400_000, 9_500_000]))
  })

  test('a portal that falls silent in the middle takes nothing away: it is accepted, and written once when it is back', async () => {
    const one = await visit({ card: `/crm/company/details/${CARRIERS.himtrans}/`, by: 'tab' })
    await typeOffer(one, '96к')
    world.sandbox.portal.faults.set({ down: true })
    await one.page.keyboard.press('ControlOrMeta+Enter')
    await one.form.getByText('Принято: ничего не потеряется').waitFor()
    world.sandbox.portal.faults.clear()
    for (let look = 0; look < 6; look++) {
      world.pass({ seconds: 90 })
      await world.settle()
    }
    expect(await one.delivered()).toBe('done')
    expect((await rates(CARRIERS.himtrans)).filter((minor) => minor === 9_600_000)).toHaveLength(1)
  })
})
