import type { Frame, Page } from 'playwright-core'
import { PATIENCE_MS } from './card-visit.ts'
import type { CardWorld } from './card-world.ts'

/** A person with the Carrier form before him, in a browser session of his own. */
export interface FormVisit {
  page: Page
  form: Frame
  complaints: string[]
  /** Puts the caret into a field by its name. */
  into(field: string): Promise<void>
  /** Resolves when the field of the request holds this one. */
  chosen(requestId: number): Promise<void>
  /** Whether and how the press was delivered: the state of the result, once nothing is under way. */
  delivered(): Promise<string>
  close(): Promise<void>
}

type Way = { card: string; by: 'tab' | 'button'; query?: string } | { call: { number: string } }

/** Opens the form where people open it: a tab, the button above the timeline, or the card of a call. */
export async function openForm(world: CardWorld, userId: number, way: Way): Promise<FormVisit> {
  const context = await world.browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addCookies([{ name: 'sandbox_user', value: String(userId), url: world.sandbox.url }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('response', async (answer) => {
    if (answer.status() < 400) return
    const said = await answer.text().catch(() => '')
    complaints.push(`${answer.request().method()} ${new URL(answer.url()).pathname}: ${answer.status()} ${said}`)
  })
  const within = await arrive(world, page, userId, way)
  const element = await page.waitForSelector(`${within} iframe.app-frame`)
  const form = (await element.contentFrame())!
  await form.locator('form.capture-form').waitFor()
  return {
    page,
    form,
    complaints,
    async into(field) {
      const found = form.locator(`[data-field="${field}"]`).first()
      const inner = found.locator('input,textarea')
      await ((await inner.count()) > 0 ? inner.first() : found).focus()
    },
    async chosen(requestId) {
      await form.waitForFunction(
        (begin) => document.querySelector<HTMLInputElement>('input[data-field="request"]')?.value.startsWith(begin),
        `№ ${requestId} `,
      )
    },
    async delivered() {
      await form
        .locator('.result[data-state="done"],.result[data-state="refused"],.result[data-state="failed"]')
        .waitFor()
      return (await form.locator('.result').getAttribute('data-state')) ?? ''
    },
    close: () => context.close(),
  }
}

async function arrive(world: CardWorld, page: Page, userId: number, way: Way): Promise<string> {
  if ('call' in way) {
    await page.goto(`${world.sandbox.url}/crm/company/list/`)
    const answer = await fetch(`${world.sandbox.url}/sandbox/phone-calls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId, number: way.call.number }),
    })
    if (!answer.ok) throw new Error(`The call did not begin: ${answer.status} ${await answer.text()}`)
    return '.call-card'
  }
  await page.goto(`${world.sandbox.url}${way.card}${way.query ?? ''}`)
  if (way.by === 'tab') {
    await page.getByRole('tab', { name: /^\s*(Перевозчик|Carrier)\s*$/ }).click()
    return ''
  }
  await page
    .locator('[data-code$="_DETAIL_ACTIVITY"]')
    .filter({ hasText: /^\s*(Перевозчик|Carrier)\s*$/ })
    .click()
  return '.slider-app'
}
