import type { BrowserContext, CDPSession } from 'playwright-core'
import type { World } from '../../cli/demo/world.ts'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'

const WAIT_MS = 20_000

export interface Opening {
  /** From the placement POST leaving the browser to the first row in sight. */
  firstRowMs: number
  /** Everything the widget transferred before that, as it went over the wire. */
  bytes: number
  requests: number
  /** Requests of the widget to hosts that are neither ours nor the portal's. */
  otherHosts: number
}

interface Request {
  url: string
  sentAtMs: number
  bytes: number
}

/** Opens the Carriers tab of the demonstration request in a new page of the context. */
export async function measureOpening(context: BrowserContext, world: World, requestTypeId: number): Promise<Opening> {
  await context.addCookies([{ name: 'sandbox_user', value: String(CAST.logist), url: world.portalUrl }])
  const page = await context.newPage()
  await page.addInitScript(noteFirstRow)
  const network = await context.newCDPSession(page)
  const requests = await watchRequests(network)
  await page.goto(`${world.portalUrl}/crm/type/${requestTypeId}/details/${DEMO_REQUEST_ID}/`)
  await page.getByRole('tab', { name: 'Перевозчики' }).click()
  const frame = await (await page.waitForSelector('iframe.app-frame', { timeout: WAIT_MS })).contentFrame()
  if (!frame) throw new Error('The tab has no frame')
  const firstRow = frame.locator('[data-company]').first()
  await firstRow.waitFor({ timeout: WAIT_MS }).catch(async () => {
    throw new Error(`No row within ${WAIT_MS / 1000} s; the tab says: ${await frame.locator('body').innerText()}`)
  })
  const shownAtMs = Number(await frame.locator('html').getAttribute('data-first-row-at'))
  await page.close()
  return openingUntil(shownAtMs, [...requests.values()], world)
}

/** Runs in each frame before its own scripts: notes the moment when a row was in the page and a frame was drawn. */
function noteFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-company]')) return
    observer.disconnect()
    requestAnimationFrame(() => {
      document.documentElement.dataset['firstRowAt'] = String(performance.timeOrigin + performance.now())
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}

async function watchRequests(network: CDPSession): Promise<Map<string, Request>> {
  const requests = new Map<string, Request>()
  network.on('Network.requestWillBeSent', ({ requestId, request, wallTime }) => {
    if (!request.url.startsWith('data:'))
      requests.set(requestId, { url: request.url, sentAtMs: wallTime * 1000, bytes: 0 })
  })
  const add = (requestId: string, bytes: number): void => {
    const request = requests.get(requestId)
    if (request) request.bytes += bytes
  }
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => add(requestId, encodedDataLength))
  network.on('Network.responseReceived', ({ requestId, response }) =>
    add(requestId, response.fromDiskCache === true ? 0 : response.encodedDataLength),
  )
  await network.send('Network.enable')
  return requests
}

function openingUntil(shownAtMs: number, all: readonly Request[], world: World): Opening {
  const posted = all.find((request) => request.url.startsWith(`${world.serverUrl}/w/`))
  if (!posted) throw new Error('The portal never posted to the application')
  const before = all.filter((request) => request.sentAtMs >= posted.sentAtMs && request.sentAtMs < shownAtMs)
  const own = before.filter((request) => request.url.startsWith(world.serverUrl))
  return {
    firstRowMs: shownAtMs - posted.sentAtMs,
    bytes: own.reduce((sum, request) => sum + request.bytes, 0),
    requests: own.length,
    otherHosts: before.filter((request) => !own.includes(request) && !request.url.startsWith(world.portalUrl)).length,
  }
}
