import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { createGzip } from 'node:zlib'
import { apiOf, type FixtureApi } from './api.ts'
import { portalPage } from './portal-page.ts'
import { bootOf, sessionOf } from './scenarios.ts'

export interface WidgetFixture {
  folder: string
  /** The page round the widget: `?widget=&scenario=&language=&silent=`. */
  portalUrl: string
  appUrl: string
  api: FixtureApi
  /** Milliseconds between the skeleton and the boot data. */
  bootDelayMs: number
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
}

/** Serves built widgets (of `folder`) with literal answers, and a portal page of another origin round them. */
export async function startWidgetFixture(folder = 'dist/widgets'): Promise<WidgetFixture> {
  const api = apiOf()
  const fixture: WidgetFixture = {
    folder,
    portalUrl: '',
    appUrl: '',
    api,
    bootDelayMs: 30,
    close: () => Promise.resolve(),
  }
  const app = createServer((request, answer) => void serveApp(request, answer, fixture))
  const portal = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://fixture')
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    answer.end(
      portalPage({
        domain: new URL(fixture.portalUrl).host,
        appUrl: fixture.appUrl,
        widget: url.searchParams.get('widget') ?? 'carriers',
        scenario: url.searchParams.get('scenario') ?? 'usual',
        language: url.searchParams.get('language') ?? 'ru',
        silent: url.searchParams.has('silent'),
      }),
    )
  })
  fixture.appUrl = await listen(app)
  fixture.portalUrl = await listen(portal)
  fixture.close = async () => {
    for (const server of [app, portal]) {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
  return fixture
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function serveApp(request: IncomingMessage, answer: ServerResponse, fixture: WidgetFixture): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fixture')
  if (url.pathname.startsWith('/static/'))
    return serveStatic(join(fixture.folder, normalize(url.pathname.slice('/static/'.length))), answer)
  if (url.pathname.startsWith('/w/')) return servePage(url, request, answer, fixture)
  return fixture.api.serve(url, request, answer, fixture.portalUrl)
}

async function servePage(
  url: URL,
  request: IncomingMessage,
  answer: ServerResponse,
  fixture: WidgetFixture,
): Promise<void> {
  const widget = url.pathname.split('/')[2] ?? ''
  const page = readFileSync(join(fixture.folder, widget, 'index.html'), 'utf8')
  const [head, tail] = page.split('<!--reis-boot-->')
  if (tail === undefined) throw new Error('The built page has no place for its boot data')
  const language = url.searchParams.get('LANG') === 'en' ? 'en' : 'ru'
  const scenario = url.searchParams.get('scenario') ?? 'usual'
  fixture.api.scenario = scenario
  fixture.api.language = language
  const session = sessionOf(language, fixture.portalUrl, fixture.api.token)
  // A reload is a GET: the posted body is gone, so nobody can be recognised.
  const boot = request.method === 'POST' ? bootOf(scenario, session, new Date()) : { state: 'reload' as const }
  answer.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'",
  })
  const gzip = createGzip()
  gzip.pipe(answer)
  gzip.write(head)
  gzip.flush()
  await new Promise((resolve) => setTimeout(resolve, fixture.bootDelayMs))
  const data = JSON.stringify(boot).replaceAll('<', String.raw`\u003c`)
  gzip.end(`<script type="application/json" id="reis-boot">${data}</script>${tail}`)
}

function serveStatic(file: string, answer: ServerResponse): void {
  if (!existsSync(file)) {
    answer.writeHead(404).end()
    return
  }
  answer.writeHead(200, {
    'content-type': `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`,
    'content-encoding': 'gzip',
    'cache-control': 'no-store',
  })
  createReadStream(file)
    .pipe(createGzip({ level: 9 }))
    .pipe(answer)
}
