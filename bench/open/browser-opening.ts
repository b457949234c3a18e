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

/** Opens the Carriers tab of the demonstration request in a new page of the context. */
export async function measureOpening(context: BrowserContext, world: World, requestTypeId: number): Promise<Opening> {
  await context.addCookies([{ name: 'sandbox_user', value: String(CAST.logist), url: world.portalUrl }])
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  const traffic = await watchTraffic(network, world)
  await page.goto(`${world.portalUrl}/crm/type/${requestTypeId}/details/${DEMO_REQUEST_ID}/`)
  await page.getByRole('tab', { name: 'Перевозчики' }).click()
  const frame = await (await page.waitForSelector('iframe.app-frame', { timeout: WAIT_MS })).contentFrame()
  if (!frame) throw new Error('The tab has no frame')
  await frame.locator('[data-company]').first().waitFor({ timeout: WAIT_MS })
  const opening = traffic(Date.now())
  await page.close()
  return opening
}

async function watchTraffic(network: CDPSession, world: World): Promise<(shownAtMs: number) => Opening> {
  const urls = new Map<string, string>()
  let postedAtMs: number | null = null
  let bytes = 0
  network.on('Network.requestWillBeSent', ({ requestId, request, wallTime }) => {
    if (request.url.startsWith('data:')) return
    urls.set(requestId, request.url)
    if (request.method === 'POST' && request.url.startsWith(`${world.serverUrl}/w/`)) postedAtMs = wallTime * 1000
  })
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (urls.get(requestId)?.startsWith(world.serverUrl)) bytes += encodedDataLength
  })
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (urls.get(requestId)?.startsWith(world.serverUrl)) bytes += response.encodedDataLength
  })
  await network.send('Network.enable')
  return (shownAtMs) => {
    if (postedAtMs === null) throw new Error('The portal never posted to the application')
    const all = [...urls.values()]
    return {
      firstRowMs: shownAtMs - postedAtMs,
      bytes,
      requests: all.filter((url) => url.startsWith(world.serverUrl)).length,
      otherHosts: all.filter((url) => !url.startsWith(world.serverUrl) && !url.startsWith(world.portalUrl)).length,
    }
  }
}
