import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { Hono } from 'hono'

/** One opening as the application's server saw it. */
export interface Opening {
  path: string
  query: Record<string, string>
  body: Record<string, string>
  referer: string
}

/** A tiny application on an origin of its own, whose page is the official SDK and nothing else. */
export interface FramedApp {
  url: string
  /** Oldest first. */
  openings: Opening[]
  close(): Promise<void>
}

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>app</title></head>
<body style="margin:0"><p id="text">application</p><script type="module" src="/app.js"></script></body></html>`

/** Starts the application on a free port: `/widget`, `/install` and `/home` answer GET and POST with its page. */
export async function startFramedApp(): Promise<FramedApp> {
  const script = await bundledPage()
  const openings: Opening[] = []
  const app = new Hono()
  app.get('/app.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript' }))
  app.get('/:page', (c) => c.html(PAGE))
  app.post('/:page', async (c) => {
    const form = await c.req.formData()
    const body = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    openings.push({ path: c.req.path, query: c.req.query(), body, referer: c.req.header('referer') ?? '' })
    return c.html(PAGE)
  })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    openings,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bundledPage(): Promise<string> {
  const entry = fileURLToPath(new URL('framed-app-page.ts', import.meta.url))
  const result = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022' })
  return result.outputFiles[0]?.text ?? ''
}
