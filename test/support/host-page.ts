import type { Browser, Frame, Page } from 'playwright-core'
import { startSandbox } from '../../sandbox/server.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { launchBrowser } from '../../cli/demo/browser.ts'
import { startFramedApp } from './framed-app.ts'
import type { FramedApp } from './framed-app.ts'
import { makeTiny, tiny } from './tiny-seed.ts'

/** The tiny portal, the SDK's application registered in it, and a browser to look at both. */
export interface HostPage {
  sandbox: Sandbox
  app: FramedApp
  browser: Browser
  /**
   * Opens a page of the portal as that person, in a browser session of its own. Nothing moves in it: a press that
   * goes down on a panel still sliding in may come up beside it, and then is no press.
   */
  open(path: string, as?: number, size?: { width: number; height: number }): Promise<Page>
  /** Asks the portal's own page server for something, as a test outside the browser does. */
  control(path: string, body?: Record<string, unknown>): Promise<Record<string, unknown>>
  /** Runs a method as the application with that person's token, over HTTP as anybody would. */
  rest(userId: number, method: string, params: Record<string, unknown>): Promise<unknown>
  /** Finishes the installation and binds a placement to the application's `/widget`. */
  bind(code: string, titleRu: string, titleEn: string, options?: Record<string, unknown>): Promise<void>
  close(): Promise<void>
}

export const CLIENT_ID = 'local.reistest.1'

export async function startHostPage(): Promise<HostPage> {
  const browser = await launchBrowser()
  const app = await startFramedApp()
  const sandbox = await startSandbox({
    seed: makeTiny,
    today: '2025-11-24',
    limits: { perSecond: Number.POSITIVE_INFINITY },
    app: {
      clientId: CLIENT_ID,
      clientSecret: 'secret',
      title: { ru: 'Рейс', en: 'Reis' },
      handlerUrl: `${app.url}/home`,
      installUrl: `${app.url}/install`,
      scope: ['crm', 'placement', 'user', 'department', 'im', 'userfieldconfig', 'telephony', 'task'],
    },
  })
  const rest = async (userId: number, method: string, params: Record<string, unknown>): Promise<unknown> => {
    const auth = sandbox.portal.issueToken(userId).accessToken
    const answer = await fetch(`${sandbox.url}/rest/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...params, auth }),
    })
    const json = (await answer.json()) as { result?: unknown; error?: string; error_description?: string }
    if (json.error !== undefined) throw new Error(`${method}: ${json.error} ${json.error_description}`)
    return json.result
  }
  return {
    sandbox,
    app,
    browser,
    rest,
    async control(path, body = {}) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const answer = await fetch(`${sandbox.url}/sandbox/${path}`, init)
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as Record<string, unknown>
    },
    async open(path, as = tiny.admin, size = { width: 1440, height: 900 }) {
      const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' })
      const page = await context.newPage()
      await context.addCookies([{ name: 'sandbox_user', value: String(as), url: sandbox.url }])
      await page.goto(sandbox.url + path)
      return page
    },
    async bind(code, titleRu, titleEn, OPTIONS = {}) {
      sandbox.portal.finishInstall(tiny.admin)
      const LANG_ALL = { ru: { TITLE: titleRu }, en: { TITLE: titleEn } }
      await rest(tiny.admin, 'placement.bind', {
        PLACEMENT: code,
        HANDLER: `${app.url}/widget?own=1`,
        LANG_ALL,
        OPTIONS,
      })
    },
    async close() {
      await browser.close()
      await sandbox.close()
      await app.close()
    },
  }
}

/** The application's frame inside `within`, once the SDK in it has shaken hands. */
export async function appFrame(page: Page | Frame, within: string): Promise<Frame> {
  const iframe = await page.waitForSelector(`${within} iframe.app-frame`, { state: 'attached' })
  const frame = await iframe.contentFrame()
  if (!frame) throw new Error('The application has no frame')
  await frame.waitForSelector('body[data-ready]', { timeout: 10_000, state: 'attached' })
  return frame
}

/** Sends a message word for word, with the frame's own sid at its end. */
export async function say(frame: Frame, text: string): Promise<void> {
  await frame.evaluate((message) => parent.postMessage(`${message}:${window.b24.getAppSid()}`, '*'), text)
}

/** Everything the portal's page has said to the frame. */
export function heard(frame: Frame): Promise<unknown[]> {
  return frame.evaluate(() => window.heard)
}
