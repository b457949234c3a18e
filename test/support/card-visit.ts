import type { Browser, Frame, Locator, Page } from 'playwright-core'
import type { LoadKind } from '../../contract/load.ts'
import type { World } from './world.ts'

/** A loaded machine is slow; a test that waits this long for a screen fails. Milliseconds. */
export const PATIENCE_MS = 25_000

export interface VisitOptions {
  /** `lang` and `theme` as the portal's own switches set them. */
  query?: string
  size?: { width: number; height: number }
  /** Which tab of ours; the Carriers tab where nothing is said. */
  tab?: RegExp
  /** Leaves the tab unpressed: `frame` is then the page's main frame. */
  beforeTab?: boolean
}

/** One person at one card, and everything his browser met. */
export interface Visit {
  page: Page
  frame: Frame
  tab: Locator
  /** Errors and warnings of the console and of scripts. */
  complaints: string[]
  /** Origins anything was asked of. */
  origins: Set<string>
  /** Texts of all pages and data our server has given so far, live streams aside. */
  received(): Promise<string>
  /** Resolves when this person hears what colleagues do: the live stream stands. */
  listening(): Promise<void>
  row(companyId: number): Locator
  /** Companies of the rows on screen, from the top. */
  rowIds(): Promise<number[]>
  /** Presses the tab and waits until the frame shows the list, a question or a sentence. */
  openTab(): Promise<Frame>
  /** Opens the part of the list that cannot take the load. */
  openVetoed(): Promise<void>
  /** Chooses how a call to this carrier has ended. */
  outcome(companyId: number, name: string): Promise<void>
}

export async function openVisit(
  browser: Browser,
  world: World,
  card: { userId: number } & ({ kind: LoadKind | 'deal' | 'company' | 'lead'; id: number } | { path: string }),
  options: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1440, height: 900 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addCookies([{ name: 'sandbox_user', value: String(card.userId), url: world.sandbox.url }])
  const page = await context.newPage()
  const noted = noteAll(page, world.serverUrl)
  const visit: Visit = {
    page,
    frame: page.mainFrame(),
    tab: page.getByRole('tab', { name: options.tab ?? /^\s*(Перевозчики|Carriers)\s*$/ }),
    ...noted,
    row: (companyId) => visit.frame.locator(`[data-company="${companyId}"]`),
    rowIds: () =>
      visit.frame.$$eval('[data-company]', (rows) => rows.map((row) => Number(row.getAttribute('data-company')))),
    async openTab() {
      await visit.tab.click()
      return enterFrame(visit)
    },
    async openVetoed() {
      const head = visit.frame.locator('.vetoed-head')
      if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
    },
    async outcome(companyId, name) {
      await visit.row(companyId).locator('[data-outcome]').click()
      await visit.frame.getByRole('menuitem', { name }).click()
    },
  }
  const path =
    'path' in card
      ? card.path
      : card.kind === 'deal' || card.kind === 'company' || card.kind === 'lead'
        ? `/crm/${card.kind}/details/${card.id}/`
        : `/crm/type/${world.map.processes[card.kind].entityTypeId}/details/${card.id}/`
  await page.goto(`${world.sandbox.url}${path}${options.query ?? ''}`)
  if ('path' in card) await enterFrame(visit)
  else if (!options.beforeTab) await visit.openTab()
  return visit
}

/** Waits until the tab's frame has something to say, and looks into it from then on. */
export async function enterFrame(visit: Visit): Promise<Frame> {
  const element = await visit.page.waitForSelector('iframe.app-frame')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The tab has no frame')
  visit.frame = frame
  await frame.locator('main').waitFor()
  return frame
}

function noteAll(page: Page, serverUrl: string): Pick<Visit, 'complaints' | 'origins' | 'received' | 'listening'> {
  const complaints: string[] = []
  const origins = new Set<string>()
  const answers: Promise<string>[] = []
  const live = page.waitForResponse((answer) => answer.url().endsWith('/live') && answer.ok())
  // A page that never listens is closed some day; only whoever asks for the stream has to know.
  live.catch(() => undefined)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) origins.add(new URL(request.url()).origin)
  })
  page.on('response', (answer) => {
    const isOurData = answer.url().startsWith(serverUrl) && !answer.url().startsWith(`${serverUrl}/static/`)
    if (!isOurData || answer.headers()['content-type'] === 'text/event-stream') return
    answers.push(answer.text().catch(() => ''))
  })
  return {
    complaints,
    origins,
    received: async () => (await Promise.all(answers)).join('\n'),
    listening: async () => void (await live),
  }
}
