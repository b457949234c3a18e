import type { Frame, Page } from 'playwright-core'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'

const WAIT_MS = 20_000
const RATE_TYPED = '87 500'

export interface ScenarioResult {
  /** Rows in the list when it first showed. */
  carriers: number
  /** From the press on the tab to the first row in sight. */
  openMs: number
  /** Id of the offer item in the portal. */
  offerId: number
}

/** Where the scenario finds things in this portal. */
export interface PortalFacts {
  portalUrl: string
  requestTypeId: number
  offerTypeId: number
  /** Runs a REST method as an administrator would. */
  rest<Result>(method: string, params: Record<string, unknown>): Promise<Result>
}

/**
 * A logist opens a request, presses the tab, sees ranked carriers with reasons, proposes the first one, and waits
 * until the row says that the portal has it. Then the portal itself is asked for the offer and the comment.
 * Throws a sentence that says what was not as it should be.
 */
export async function playScenario(page: Page, facts: PortalFacts): Promise<ScenarioResult> {
  const { portalUrl, requestTypeId } = facts
  await page.context().addCookies([{ name: 'sandbox_user', value: String(CAST.logist), url: portalUrl }])
  await page.goto(`${portalUrl}/crm/type/${requestTypeId}/details/${DEMO_REQUEST_ID}/`)
  const tab = page.getByRole('tab', { name: 'Перевозчики' })
  await tab.waitFor({ timeout: WAIT_MS })
  const pressedAt = performance.now()
  await tab.click()
  const frame = await applicationFrame(page)
  await frame.locator('[data-company]').first().waitFor({ timeout: WAIT_MS })
  const openMs = Math.round(performance.now() - pressedAt)
  const carriers = await frame.locator('[data-company]').count()
  const offerId = await proposeFirst(frame, facts)
  return { carriers, openMs, offerId }
}

async function applicationFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe.app-frame', { timeout: WAIT_MS })
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The tab has no frame')
  return frame
}

async function proposeFirst(frame: Frame, facts: PortalFacts): Promise<number> {
  const row = frame.locator('[data-company]').first()
  const companyId = Number(await row.getAttribute('data-company'))
  await row.getByRole('button', { name: 'Предложить' }).click()
  const form = frame.locator('form').first()
  await form.locator('input').first().fill(RATE_TYPED)
  await form.getByRole('button', { name: 'Записать' }).click()
  await frame.locator(`[data-company="${companyId}"]`).getByText('записано').first().waitFor({ timeout: WAIT_MS })
  return offerInPortal(facts, companyId)
}

/** The offer stands under the request with its company and its rate, and the request's timeline tells of it. */
async function offerInPortal(facts: PortalFacts, companyId: number): Promise<number> {
  const { items } = await facts.rest<{ items: Record<string, unknown>[] }>('crm.item.list', {
    entityTypeId: facts.offerTypeId,
    filter: { [`parentId${facts.requestTypeId}`]: DEMO_REQUEST_ID },
    order: { id: 'DESC' },
    select: ['*', 'UF_*'],
    useOriginalUfNames: 'Y',
  })
  // A portal of its own making may keep money as people type it.
  const digits = (value: unknown) => String(value).replace(/[\s\u00A0\u202F]/g, '')
  const offer = items.find((item) => Object.values(item).some((value) => digits(value).startsWith('87500')))
  if (!offer) throw new Error('The portal holds no offer of 87 500 under the request')
  const carrier = Object.entries(offer).find(([name]) => name.endsWith('_CARRIER'))?.[1]
  if (Number(carrier) !== companyId && Number(offer['companyId']) !== companyId)
    throw new Error(`The offer belongs to company ${String(carrier)}, not to ${companyId}`)
  const comments = await facts.rest<Record<string, string>[]>('crm.timeline.comment.list', {
    filter: { ENTITY_ID: DEMO_REQUEST_ID, ENTITY_TYPE: `dynamic_${facts.requestTypeId}` },
    order: { ID: 'DESC' },
  })
  const comment = comments.find((one) => digits(one['COMMENT']).includes('87500'))
  if (!comment) throw new Error('The request’s timeline does not tell of the offer')
  if (Number(comment['AUTHOR_ID']) !== CAST.logist) throw new Error('The comment is not signed by the logist')
  return Number(offer['id'])
}
