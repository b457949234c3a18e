/**
 * `npm run dev`: the sandbox portal, the server and the widgets in one process. A change in `widgets/` shows in the
 * card at once; a change in `server/` or `sandbox/` needs a restart. The portal keeps its state in var/dev, so that a
 * restart does not install again; delete the folder to begin anew. Options: `--seed small`, `--port 8024`.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { startSandbox, type AppRegistration } from '../sandbox/server.ts'
import { CAST, DEMO_REQUEST_ID } from '../sandbox/seeds/cast.ts'
import { splitPage } from '../server/api/pages/page-source.ts'
import { createContext } from '../server/context.ts'
import { readConfig } from '../server/config.ts'
import { startServer } from '../server/start.ts'
import { APP_SCOPES } from './demo/app-scopes.ts'
import { installApp } from './demo/install.ts'
import { progressPrinter } from './demo/progress-line.ts'
import { markInstalled } from './demo/world.ts'
import { transformWidgetPage } from './dev/widget-page.ts'

const SECRET = 'a secret of the development portal, worth nothing'
const { values } = parseArgs({
  options: { seed: { type: 'string', default: 'small' }, port: { type: 'string', default: '8024' } },
})
const seed = (['mogutin', 'mogutin-own', 'small', 'empty'] as const).find((name) => name === values.seed) ?? 'small'
const folder = join('var', 'dev', seed)
mkdirSync(folder, { recursive: true })
const portalPort = Number(values.port)
const serverUrl = `http://127.0.0.1:${portalPort + 1}`

const app: AppRegistration = {
  clientId: 'local.reis.dev',
  clientSecret: SECRET,
  title: { ru: 'Рейс', en: 'Reis' },
  handlerUrl: `${serverUrl}/app`,
  installUrl: `${serverUrl}/install`,
  scope: APP_SCOPES,
}
const sandbox = await startSandbox({ port: portalPort, seed, stateFile: join(folder, 'portal.db'), app })
let vite: ViteDevServer | undefined
const context = await createContext(
  readConfig({
    REIS_PORT: String(portalPort + 1),
    REIS_PUBLIC_URL: serverUrl,
    REIS_DATA: join(folder, 'data'),
    REIS_SECRET: SECRET,
    REIS_CLIENT_ID: app.clientId,
    REIS_CLIENT_SECRET: SECRET,
    REIS_OAUTH_ENDPOINTS: sandbox.oauthEndpoint,
    REIS_LOG_LEVEL: 'info',
  }),
  { pages: { read: async (widget) => splitPage(await transformWidgetPage(vite!, widget), widget) } },
)
// One port for pages, modules and the reload socket: the page's own rules allow no other.
let http: Server | undefined
const server = await startServer(context, ((options: ServerOptions, listener: RequestListener) => {
  http = createServer(options, (request, response) => {
    if (vite && request.url?.startsWith('/static/')) vite.middlewares(request, response)
    else listener(request, response)
  })
  return http
}) as typeof createServer)
vite = await createVite({ server: { middlewareMode: true, hmr: { server: http! } }, appType: 'custom' })

if (!existsSync(join(folder, 'installed'))) {
  const printer = progressPrinter((text) => void process.stderr.write(text), Boolean(process.stderr.isTTY))
  await installApp(sandbox.url, serverUrl, app.clientId, printer)
  markInstalled(folder)
}
const requestType = sandbox.portal.types.list().find((type) => type.title === 'Запрос')
const card = requestType ? `crm/type/${requestType.entityTypeId}/details/${DEMO_REQUEST_ID}/` : ''
process.stdout.write(`\nA logist's card: ${sandbox.url}/${card}?as=${CAST.logist}\n`)

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await vite?.close()
  await server.stop()
  await sandbox.close()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
