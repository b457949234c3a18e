/**
 * The first import of a large portal under the real limits: two calls a second and fifty at once, 480 execution seconds
 * of a method in ten minutes, 60 seconds a request. It begins as a long import goes on: with the ten minutes used up.
 * Rows a second beside the tighter of the two ceilings, which is reckoned for just so many rows from the same state, and
 * beside the SDK's own `fetchList`. The clocks of both sides may run faster than the machine's; all seconds told are the
 * portal's.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serverProcess } from '../cli/chaos/server-process.ts'
import { installApp } from '../cli/demo/install.ts'
import { portalAction } from '../cli/demo/portal-pages.ts'
import { freePort, startProcess } from '../cli/demo/processes.ts'
import type { InstallState } from '../contract/install.ts'
import { defaultLimits } from '../sandbox/options.ts'
import { CAST } from '../sandbox/seeds/cast.ts'
import { costOf } from '../sandbox/rules/cost.ts'
import { fastestSeconds, type Allowance } from './import/ceiling.ts'
import { fetchListRowsPerSecond } from './import/fetch-list.ts'
import { table } from './statistics.ts'

const GOAL_SHARE = 0.9
const PAGE = 50
const COMPANY_TYPE = 4
const SECRET = 'a secret of the measurement, worth nothing'

/** `--seed-scale N` (default 3: some 110 000 rows), `--clock-scale N` (default 1: life's own pace). */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { 'seed-scale': { type: 'string', default: '3' }, 'clock-scale': { type: 'string', default: '1' } },
  })
  const scale = Number(values['clock-scale'])
  const folder = mkdtempSync(join(tmpdir(), 'reis-import-'))
  const stateFolder = join('var', 'bench-import')
  mkdirSync(stateFolder, { recursive: true })
  const [portalPort, port] = [await freePort(), await freePort()]
  const portalUrl = `http://127.0.0.1:${portalPort}`
  const serverUrl = `http://127.0.0.1:${port}`
  const startedAt = Date.now()
  // Another application each time: the portal is kept, and must not take it for the one it knows.
  const clientId = `local.reis.import.${startedAt}`
  const refusals = join(folder, 'refusals')
  const app = {
    clientId,
    clientSecret: SECRET,
    title: { ru: 'Рейс', en: 'Reis' },
    handlerUrl: `${serverUrl}/app`,
    installUrl: `${serverUrl}/install`,
    scope: ['crm', 'user', 'department', 'placement', 'im', 'userfieldconfig'],
  }
  process.stderr.write('The portal is being filled, which takes minutes the first time…\n')
  const portal = await startProcess(
    'The portal',
    'bench/import/portal.ts',
    [
      ['--port', String(portalPort)],
      ['--state', join(stateFolder, `portal-${values['seed-scale']}.db`)],
      ['--seed-scale', values['seed-scale']],
      ['--started-at', String(startedAt)],
      ['--clock-scale', String(scale)],
      ['--app', JSON.stringify(app)],
      ['--refusals', refusals],
    ].flat(),
    {},
    portalUrl,
  )
  const environment = {
    REIS_PORT: String(port),
    REIS_PUBLIC_URL: serverUrl,
    REIS_DATA: join(folder, 'data'),
    REIS_SECRET: SECRET,
    REIS_CLIENT_ID: clientId,
    REIS_CLIENT_SECRET: SECRET,
    REIS_OAUTH_ENDPOINTS: `${portalUrl}/oauth-server/rest/`,
    REIS_LOG_LEVEL: 'warn',
    CHAOS_STARTED_AT: String(startedAt),
    CHAOS_SCALE: String(scale),
  }
  const server = await serverProcess(serverUrl, environment, join(folder, 'server.log'))
  try {
    await server.start()
    const measured = await measureInstall(portalUrl, serverUrl, clientId, startedAt, scale)
    const refused = existsSync(refusals) ? readFileSync(refusals, 'utf8').trim().split('\n') : []
    const allowance: Allowance = {
      perSecond: defaultLimits.perSecond,
      burst: defaultLimits.burst,
      operatingSeconds: defaultLimits.operatingSeconds,
      pagesABatch: PAGE,
      secondsAPage: costOf('crm.item.list', PAGE, 0),
    }
    const fetchList = await fetchListRowsPerSecond({
      portalUrl,
      clientId,
      clientSecret: SECRET,
      token: await administratorsToken(portalUrl, clientId),
      entityTypeId: COMPANY_TYPE,
      scale,
      most: 10_000,
    })
    return report(measured, allowance, fetchList, refused, scale)
  } finally {
    await server.remove()
    await portal.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function administratorsToken(portalUrl: string, clientId: string) {
  const uri = `/marketplace/app/${clientId}/`
  const request = { viewerId: CAST.admin, language: 'ru', placement: 'DEFAULT', options: {}, uri }
  const { fields } = await portalAction<{ fields: Record<string, string> }>(portalUrl, 'frame', request)
  return { accessToken: fields.AUTH_ID!, refreshToken: fields.REFRESH_ID! }
}

interface Measured {
  rows: number
  pages: number
  seconds: number
  /** How far into a minute of the portal's clock it began. */
  intoMinute: number
}

/** Installs through the real flow; seconds of the portal's clock from the first row of the import to its last. */
async function measureInstall(
  portalUrl: string,
  serverUrl: string,
  clientId: string,
  startedAt: number,
  scale: number,
): Promise<Measured> {
  let began: number | null = null
  let ended = 0
  let last: InstallState | null = null
  let told = 0
  let intoMinute = 0
  await installApp(portalUrl, serverUrl, clientId, (state) => {
    const step = state.steps.find((one) => one.step === 'import')
    if (step?.state === 'running' && began === null) {
      began = performance.now()
      intoMinute = ((startedAt + (Date.now() - startedAt) * scale) / 1000) % 60
    }
    if (step?.state === 'done' && ended === 0) ended = performance.now()
    last = state
    if (performance.now() - told < 10_000) return
    told = performance.now()
    const rows = step?.entities?.reduce((sum, { rows: read }) => sum + read, 0) ?? 0
    process.stderr.write(`${rows} rows, ${step?.secondsLeft ?? '?'} s left\n`)
  })
  const entities = (last as InstallState | null)?.steps.find((one) => one.step === 'import')?.entities ?? []
  const rows = entities.reduce((sum, one) => sum + one.rows, 0)
  const pages = entities.reduce((sum, one) => sum + Math.floor(one.rows / PAGE) + 1, 0)
  return { rows, pages, seconds: ((ended - (began ?? ended)) / 1000) * scale, intoMinute }
}

function report(measured: Measured, allowance: Allowance, fetchList: number, refused: string[], scale: number): number {
  const { rows, pages, seconds, intoMinute } = measured
  const byRate = rows / fastestSeconds(pages, allowance, { operating: true }, intoMinute)
  const byOperating = rows / fastestSeconds(pages, allowance, { rate: true }, intoMinute)
  const ceiling = rows / fastestSeconds(pages, allowance, {}, intoMinute)
  const ours = rows / seconds
  const figure = (value: number) => (Number.isFinite(value) ? value.toFixed(0) : 'no limit')
  process.stdout.write(
    `${table([
      ['what a call costs of the portal’s execution time', 'seconds'],
      ...['crm.item.list', 'crm.item.get', 'crm.item.add', 'crm.item.update', 'crm.timeline.comment.add'].map(
        (method) => [
          `${method}${method.endsWith('.list') ? ' of 50 rows' : ''}`,
          costOf(method, method.endsWith('.list') ? PAGE : 0, 0).toFixed(3),
        ],
      ),
    ])}\n\n`,
  )
  process.stdout.write(
    `${table([
      [`${rows} rows in ${seconds.toFixed(0)} s of the portal's clock (${scale} times ours)`, 'rows/s'],
      ['ours', figure(ours)],
      ['what two calls a second allow', figure(byRate)],
      ['what 480 s of execution in ten minutes allow', figure(byOperating)],
      ['both together: the ceiling', figure(ceiling)],
      ["the SDK's fetchList", figure(fetchList)],
    ])}\n\n${[`${refused.length} calls were refused for the limits`, ...refused].join('\n')}\n`,
  )
  const ok = ours >= GOAL_SHARE * ceiling && refused.length === 0
  const round = (value: number) => Math.round(value * 10) / 10
  process.stdout.write(
    `${JSON.stringify({
      ok,
      rows,
      rowsPerS: round(ours),
      ceilingRowsPerS: round(ceiling),
      fetchListRowsPerS: round(fetchList),
      refused: refused.length,
      ofCeiling: round((ours / ceiling) * 100) / 100,
    })}\n`,
  )
  return ok ? 0 : 1
}
